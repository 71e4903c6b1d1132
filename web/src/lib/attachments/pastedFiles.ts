/** What a paste attaches: nothing where it brings formatted text, of which office programs add a picture. */
export const pastedFiles = ({ types, files }: DataTransfer) =>
  types.includes('text/html') && types.includes('text/plain') ? [] : [...files]

const KINDS: Record<string, string> = {
  image: 'Picture',
  video: 'Video',
  audio: 'Audio',
  text: 'Text file',
}

/** What sort of file a content type names: "Picture", "PDF", "File". */
export function describeMedia(contentType: string | null | undefined): string {
  const [kind = '', subtype = ''] = (contentType ?? '').toLowerCase().split('/')
  if (subtype === 'pdf') {
    return 'PDF'
  }
  if (subtype.includes('vcard')) {
    return 'Contact card'
  }
  return KINDS[kind] ?? 'File'
}

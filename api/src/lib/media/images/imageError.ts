/** What is wrong with an image, in words for the person who has it. */
export class ImageError extends Error {}

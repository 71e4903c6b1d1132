import { t } from 'src/lib/language/t'

const KINDS: Record<string, string> = {
  get image() {
    return t('Picture')
  },
  get video() {
    return t('Video')
  },
  get audio() {
    return t('Audio')
  },
  get text() {
    return t('Text file')
  },
}

/** What sort of file a content type names: "Picture", "PDF", "File". */
export function describeMedia(contentType: string | null | undefined): string {
  const [kind = '', subtype = ''] = (contentType ?? '').toLowerCase().split('/')
  if (subtype === 'pdf') {
    return 'PDF'
  }
  if (subtype.includes('vcard')) {
    return t('Contact card')
  }
  return KINDS[kind] ?? t('File')
}

import { useLayoutEffect } from 'react'

/**
 * Makes a text area the combobox of a list for as long as the list is shown: what it controls, and which option is the
 * active one. (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/; `aria-expanded` needs the role.)
 */
export function useCombobox(
  area: HTMLTextAreaElement,
  listId: string,
  activeId: string | undefined
) {
  useLayoutEffect(() => {
    const attributes: Record<string, string> = {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-controls': listId,
      'aria-expanded': 'true',
      'aria-haspopup': 'listbox',
      ...(activeId && { 'aria-activedescendant': activeId }),
    }
    for (const [name, value] of Object.entries(attributes)) {
      area.setAttribute(name, value)
    }
    return () => {
      for (const name of Object.keys(attributes)) {
        area.removeAttribute(name)
      }
    }
  }, [area, listId, activeId])
}

import type { PhoneNetwork } from '../network/network'
import { changeSettings, type Settings } from '../network/settings'

/** The settings that are a URL or another text. */
export type TextSetting = {
  [Name in keyof Settings]: Settings[Name] extends string ? Name : never
}[keyof Settings]

/**
 * Puts what a REST call wants changed into the network's settings, where the control API and the webhooks find it.
 *
 * @param names the call's parameter to the setting
 */
export function updateSettings(
  network: PhoneNetwork,
  form: URLSearchParams,
  names: Record<string, TextSetting>
) {
  const changes = Object.entries(names).flatMap(([parameter, setting]) => {
    const value = form.get(parameter)
    return value === null ? [] : [[setting, value]]
  })
  network.settings = changeSettings(
    network.settings,
    Object.fromEntries(changes)
  )
}

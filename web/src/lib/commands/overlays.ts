export { default as KeyHelp } from 'src/components/KeyHelp'
export { default as Palette } from 'src/components/Palette'

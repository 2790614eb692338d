export const words = {
  clear: 'Right: all four corners, legible, signed and sealed',
  blurred: 'Wrong: blurred',
  'cut-off': 'Wrong: part of the page is missing',
  shadow: 'Wrong: a shadow hides the words',
  expired: 'Wrong: out of date',
  unsigned: 'Wrong: no signature',
  unsealed: 'Wrong: no seal',
  altered: 'Wrong: altered',
}

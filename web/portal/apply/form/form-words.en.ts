export const words = {
  optional: 'optional',
  choose: 'Choose',
  yes: 'Yes',
  no: 'No',
  yuan: 'yuan',
  manyOf: 'You may choose several',
}

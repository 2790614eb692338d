export const words = {
  keysFor: (field: string) => `Keys for: ${field}`,
  erase: 'Delete the last one',
  clear: 'Clear',
  readCard: 'Read my ID card',
  reading: 'Please lay the card on the reader…',
  noCard: 'No card was read. Lay it down again, or use the keys below.',
  scan: 'Scan a page here',
  scanning: 'Taking the picture, do not move it…',
  noScan: 'No picture. Lay the page flat and try again, or choose a file.',
}

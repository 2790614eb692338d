export const words = {
  title: 'Booking check-in',
  lead: 'From 15 minutes before to 15 minutes after the beginning of your slot you are called as booked; later as everybody (minutes to be confirmed by the owner).',
  byCode: 'By booking code',
  byCodeSays: 'Eight digits, or hold its QR code to the reader',
  byIdentity: 'By ID card',
  byIdentitySays: 'On the reader, or its number',
  code: 'Booking code',
  identity: 'ID number',
  identityHelp: '18 digits; the last may be X.',
  checkIn: 'Check in',
  checking: 'Checking in…',
  late: 'Your slot has passed: you wait with an ordinary number.',
}

export const words = {
  title: 'The line is down; you can still take a number',
  A: 'Administrative approvals',
  B: 'Public services',
  C: 'Everyday services',
  D: 'Collection',
  hall: 'Government Service Centre of Aba Prefecture',
  yours: 'Your number',
  called: 'The windows will call it out. Please wait in the hall.',
  keep: 'Please note your number.',
  none: 'This terminal has no numbers left. Please go to the reception desk.',
}

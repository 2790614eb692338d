export const words = {
  title: 'Progress',
  lead: 'Number and query code stand on your receipt; or hold its QR code to the reader.',
  number: 'Application number',
  numberHelp: 'Such as 513200-20260302-000001; hyphens may be left out.',
  code: 'Query code',
  codeHelp: 'Six digits. Five wrong ones lock it for 30 minutes.',
  next: 'Next',
  change: 'Change the number',
  look: 'Look up',
  looking: 'Looking up…',
  print: 'Print',
  done: 'Done, clear the screen',
}

export const words = {
  which: 'Which item do you apply for?',
  where: 'Where will you fill it in?',
  whereSays: 'It is the same form. Half filled in, a slip code lets you go on elsewhere.',
  phone: 'On your phone',
  phoneSays: 'Easier to type and to photograph papers. Scan to begin.',
  phoneCode: 'Scan to apply with your phone',
  here: 'Here',
  hereSays:
    'For short forms. You sign in before you submit; 60 seconds after you leave the screen is cleared, and a draft without a slip code is not found again.',
  guide: 'Read the guide first',
  begin: 'Begin',
  resume: 'Hand in papers, go on',
  resumeSays:
    'Enter your slip code or hold the slip to the reader: your draft opens and you photograph or upload papers here.',
  slip: 'Slip code',
  open: 'Open the draft',
  opening: 'Opening…',
  signIn: 'Sign in',
}

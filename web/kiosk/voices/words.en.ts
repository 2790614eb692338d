export const words = {
  title: 'Rate, complain, ask',
  lead: 'After the window you may rate at once beside it. The rating code of a message can be read here too.',
  rate: 'Rate my application',
  rateSays: 'Sign in, choose it; five grades, none chosen for you',
  complain: 'Complain',
  complainSays: 'Handled by supervision, never by those you complain about',
  ask: 'Ask',
  askSays: 'About conditions, materials, how to apply',
  phone: 'Write on your phone',
  phoneSays: 'Easier where there is much to say.',
  phoneCode: 'Scan to write on your phone',
}

export const words = {
  title: 'Rate the service',
  about: (item: string, contact: string) => `${item}: ${contact}`,
  question: 'With this service I am',
  five: 'very satisfied',
  four: 'satisfied',
  three: 'fairly satisfied',
  two: 'dissatisfied',
  one: 'very dissatisfied',
  more: 'Anything you want to add (optional)',
  hidden:
    'Rating is voluntary. Those you rate do not see who you are; if you are dissatisfied, somebody who did not handle it calls you within one working day.',
  send: 'Send the rating',
  sending: 'Sending…',
  kept: 'Your rating is still above.',
  thanks: 'Thank you, your rating has been received.',
  home: 'To the first page',
}

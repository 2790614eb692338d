export const words = {
  title: 'What shall be printed?',
  lead: 'Printing is free of charge.',
  guides: 'Guides and empty forms',
  guidesSay: 'Find the item, then print',
  notices: 'My papers',
  noticesSay: 'Notices and the like, after signing in',
  progress: 'Progress',
  progressSays: 'By application number and query code',
  printing: 'Printing…',
  failed: 'It was not printed; please ask at the guide desk.',
}

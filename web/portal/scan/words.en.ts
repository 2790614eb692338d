export const words = {
  title: 'Photograph materials',
  noCode: 'On the computer open the code for your phone, and scan it',
  expired: 'The code is over: make a new one on the computer',
  for: 'This material',
  howTo: 'Flat, evenly lit, all four corners, legible',
  arrived: (count: number) => `${count} pages have arrived`,
  arrivedList: 'Pages that have arrived',
  until: (time: string) => `Until ${time}`,
  done: 'Finished: go on at the computer',
  closeTab: 'You may close this page now.',
  more: 'One more page',
}

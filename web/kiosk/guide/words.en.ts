export const words = {
  title: 'Self-service',
  brand: 'One Window',
  question: 'What would you like to do?',
  search: 'Find an item: name, pinyin, initials',
  found: (items: number) => `${items} items`,
  back: 'Back to the start',
  print: 'Print this guide',
  language: 'Language',
  idle: (seconds: number) => `Returns to the start after ${seconds} seconds without a touch`,
  soon: (seconds: number) =>
    `Returns to the start in ${seconds} seconds; touch the screen to go on`,
}

export const words = {
  question: 'What would you like to do?',
  search: 'Find an item by the pinyin initials of its name, such as LWPQ',
  found: (items: number) => `${items} items`,
  print: 'Print this guide',
  printForm: 'Print the form',
  apply: 'Apply',
}

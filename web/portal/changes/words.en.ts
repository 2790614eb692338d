export const words = {
  title: 'Changes of the list',
  intro:
    'Every item that was added, suspended, devolved, cancelled, merged or turned into a filing, and every new version of a guide, with its day and the document that it rests on.',
  of: (item: string) => `Only: ${item}`,
  all: 'See all',
  scheduled: 'not in force yet',
  document: (name: string, number: string, day: string) => `Basis: ${name} (${number}, ${day})`,
  shipped: 'first version, shipped with the software',
  guide: 'See the guide',
  older: 'Earlier changes',
  none: 'No changes',
  noneAdvice: 'Whatever changes is published here.',
}

export const words = {
  open: 'ད་ལྟ་ལས་ཀ་བྱེད་བཞིན།',
  closed: 'ད་ལྟ་ལས་ཀ་མི་བྱེད།',
  hours: 'ལས་ཀའི་དུས་ཚོད།',
  unconfirmed: 'དུས་ཚོད་གཏན་འཁེལ་མ་བྱས།',
  nextOpen: (date: string, weekday: string) => `ལས་ཉིན་རྗེས་མ་ ${date} ${weekday}`,
  waiting: (people: number) => (people === 0 ? 'སྒུག་མཁན་མེད།' : `མི་ ${people} སྒུག་བཞིན།`),
  about: (minutes: number) => (minutes === 0 ? 'འཕྲལ་དུ།' : `སྐར་མ་ ${minutes} ཙམ།`),
  between: (minutes: number, most: number) => `སྐར་མ་ ${minutes} ནས་ ${most}`,
  notServed: 'སྒེའུ་ཁུང་མེད།',
  noWindow: 'ད་ལྟ་སྒེའུ་ཁུང་གིས་མི་འབོད། ཚོགས་ཁང་དུ་ཨང་གྲངས་ལེན་རོགས།',
  unknown: 'ད་ལྟ་སྒུག་མཁན་གྱི་གནས་ཚུལ་མི་མཐོང་།',
  stale: 'དྲ་རྒྱ་འབྲེལ་མི་འདུག འདི་སྔོན་གྱི་གནས་ཚུལ།',
}

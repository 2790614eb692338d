export const words = {
  title: 'རང་འགུལ་ཞབས་ཞུ།',
  brand: 'སྒེའུ་ཁུང་གཅིག',
  question: 'ཁྱེད་ཀྱིས་དོན་དག་གང་ཞིག་སྒྲུབ་འདོད་དམ།',
  search: 'དོན་ཚན་འཚོལ་བ། མིང་དང་སྒྲ་ཡིག',
  found: (items: number) => `དོན་ཚན་ ${items}`,
  back: 'ཕྱིར་ལོག',
  print: 'ལམ་སྟོན་པར་རྒྱག',
  language: 'སྐད་ཡིག',
  idle: (seconds: number) => `སྐར་ཆ་ ${seconds} ལ་མ་རེག་ན་མགོ་ནས་འགོ་འཛུགས།`,
  soon: (seconds: number) => `སྐར་ཆ་ ${seconds} རྗེས་མགོ་ནས། མུ་མཐུད་འདོད་ན་བརྙན་ཡོལ་ལ་རེག་རོགས།`,
}

export const words = {
  question: 'ཁྱེད་ཀྱིས་དོན་དག་གང་ཞིག་སྒྲུབ་འདོད་དམ།',
  search: 'དོན་ཚན་འཚོལ་བ། སྒྲ་ཡིག་གི་མགོ་ཡིག་མནོན།',
  found: (items: number) => `དོན་ཚན་ ${items}`,
  print: 'ལམ་སྟོན་པར་རྒྱག',
  printForm: 'རེའུ་མིག་པར་རྒྱག',
  apply: 'ཞུ་བ་འབུལ།',
}

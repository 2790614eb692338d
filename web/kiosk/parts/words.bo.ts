export const words = {
  keysFor: (field: string) => `${field} མནན།`,
  erase: 'གཅིག་སུབ།',
  clear: 'ཚང་མ་སུབ།',
  readCard: 'ཐོབ་ཐང་ལག་ཁྱེར་བཤར།',
  reading: 'ལག་ཁྱེར་ཀློག་སར་ཞོག་རོགས།',
  noCard: 'ལག་ཁྱེར་མ་ཀློགས། ཡང་བསྐྱར་ཞོག ཡང་ན་འོག་ཏུ་མནོན།',
}

export const words = {
  optional: 'འདེམས་ཆོག',
  choose: 'འདེམས་རོགས།',
  yes: 'ཡིན།',
  no: 'མིན།',
  yuan: 'སྒོར།',
  manyOf: 'མང་པོ་འདེམས་ཆོག',
}

/**
 * Articles held against their stored text, by the law's name without its country. Whatever else a guide cites was written
 * from knowledge: it is shown 待部门确认 until the department and the Bureau have confirmed the guide.
 */
export const VERIFIED_ARTICLES: Readonly<Record<string, readonly number[]>> = {
  行政许可法: [
    5, 7, 8, 21, 24, 26, 29, 30, 31, 32, 33, 34, 35, 36, 38, 39, 40, 42, 43, 44, 45, 46, 47, 48, 49,
    50, 53, 54, 55, 56, 57, 58, 61, 64, 69, 70, 72, 74, 78, 79, 82,
  ],
  优化营商环境条例: [35, 36, 37, 40, 43, 44, 54, 58, 69],
  国务院关于在线政务服务的若干规定: [4, 6, 7, 8, 9, 10, 11, 12, 14],
  电子签名法: [13, 14],
  行政复议法: [11, 20, 21, 22, 23, 24, 28],
  行政诉讼法: [14, 15, 18, 46],
  行政处罚法: [9, 63, 64],
  律师法: [18],
  公证法: [9, 21],
  药品管理法: [51],
  生猪屠宰管理条例: [9],
  市场主体登记管理条例: [19],
}

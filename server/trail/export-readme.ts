/** README.txt of an exported file: what is in it and how anyone can check it. */
export function exportReadme(number: string): string {
  return `办件 ${number} 留痕导出

本文件夹可以不依靠数据库和服务器，独立核验。

内容
  application.json  办件编号、链尾和现状
  events.jsonl      全部事件，一行一个；每个事件的 SM3 值都包含前一个事件的值
  notices/          已签章文书（PDF）
  certificates/     证照（PDF），真伪以其电子签名为准
  materials/        申请材料和领取签名
  roots.json        涉及本件的每日留痕根、包含证明、签名和公钥

怎样核验
  1. 安装 Node.js 20 或者更新版本，取得核验程序 check-file.mjs（一个文件，不需要安装其他东西）。
  2. 运行：  node check-file.mjs 本文件夹
  3. 要确认导出之前没有人改过历史，请用您自己早先保存的、或者从公开页面抄录的每日留痕根：
            node check-file.mjs 本文件夹 --root 64位十六进制数
     公开地址：本服务网站 /api/trail/roots
  4. 要确认留痕根确由本中心签发，请用您自己取得的公钥：
            node check-file.mjs 本文件夹 --key public.pem

能证明什么
  事件未被改动、删除、插入或者调换，文书和材料与事件所载一致，并且这些在留痕根公布当日已经如此。
  最后一个留痕根之后的事件，要等下一个留痕根公布才有同样的证明。
  application.json 中的现状（state）和编号是为了阅读方便，不在链内；以事件和文书为准。

怎样计算（供自行编写核验程序）
  规范 JSON：对象的键按字符编码排序，无空格。SM3 按 GB/T 32905，输入为 UTF-8，输出为小写十六进制。
  事件：SM3(规范 JSON([前值, regionCode, applicationId, seq, version, commandId, type, data, recordedAt, origin]))，
        首个前值为 64 个 0。
  叶：  SM3("00" + 规范 JSON([applicationId, seq, head]))；节点：SM3("01" + 左 + 右)。
  签名：Ed25519，对象为 规范 JSON(["yichuang-daily-root", regionCode, day, applications, root])。

本文件夹含个人信息，请妥善保管，用后删除。
`
}

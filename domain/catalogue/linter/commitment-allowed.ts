import { error, type GuideRule, materialPart, nameOf, warning } from './guide-rule.ts'

const SENSITIVE =
  /核|放射|爆炸|危险化学|剧毒|毒性|麻醉|精神药品|药品|医疗器械|食品|特种设备|枪|涉外|外国人|香港|澳门|台湾|金融|环境影响|检疫|屠宰|消防/

/** 告知承诺 is not for what touches national security, public safety, life and health, finance or foreign affairs. */
export const COMMITMENT_ALLOWED: GuideRule = {
  id: 'commitment-allowed',
  source: '国办发〔2020〕42号（告知承诺制的适用范围）',
  check: ({ guide: { materials }, item: { name, sealException } }) =>
    materials
      .filter(({ commitment }) => commitment)
      .flatMap((material) => {
        const part = materialPart(material, 'commitment')
        if (material.isTheForm) return [error(part, `${nameOf(material)}是申请书，不能用承诺代替`)]
        if (sealException === 'major-public-safety')
          return [error(part, `本事项涉及重大公共安全，${nameOf(material)}不适用告知承诺`)]
        return SENSITIVE.test(name)
          ? [
              warning(
                part,
                `本事项可能涉及国家安全、公共安全、生命健康等，${nameOf(material)}适用告知承诺的，请核对依据`,
              ),
            ]
          : []
      }),
}

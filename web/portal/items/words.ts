import { defineWords } from '../words/define-words.ts'

export const useItemsWords = defineWords(
  {
    title: '事项清单',
    find: '查找',
    findHint: '事项名称、拼音、首字母、序号',
    department: '部门',
    allDepartments: '全部部门',
    audience: '服务对象',
    everyone: '个人和法人',
    person: '个人',
    enterprise: '法人',
    topic: '主题',
    allTopics: '全部主题',
    event: '人生事件',
    allEvents: '全部人生事件',
    mark: '标记',
    all: '全部',
    count: (items: number) => `共 ${items} 项`,
    nearly: '没有完全符合的，下面的相近',
    none: '没有符合条件的事项',
    noneAdvice: '去掉一个条件，或者换一个说法、拼音首字母再试。',
    clear: '清除条件',
    statusDraft: '拟列入',
    statusActive: '正常办理',
    statusSuspended: '暂停',
    statusDevolved: '已下放',
    statusCancelled: '已取消',
    statusMerged: '已并入',
    statusConverted: '已改备案',
    cross: '标 ×',
    crossMeaning:
      '“×”是清单“行使层级”栏的原样标记，含义待确认；这类事项的用印方式由州行政审批局两人确认后生效。',
    handledBy: (who: string) => `由${who}办理`,
    limit: (committed: number, statutory: number) =>
      `承诺 ${committed} 个工作日（法定 ${statutory}）`,
    onTheSpot: '当场办结',
  },
  {
    en: () => import('./words.en.ts').then((m) => m.words),
    bo: () => import('./words.bo.ts').then((m) => m.words),
  },
)

import { createContext, useContext } from 'react'
import type { UiLanguage } from './language.ts'

/** What the shared parts say of themselves. */
export const UI_WORDS = {
  loading: '正在加载',
  code: (code: string) => `代码 ${code}`,
  fieldFault: (field: string, message: string) => `${field}：${message}`,
  retry: '重试',
  back: '返回',
  network: '网络没有连上。您填写的内容仍在本页，请检查网络后重试。',
  unexpected: '页面出现意外错误，请刷新后重试。',
  serverUnavailable: '服务暂时不可用。您填写的内容仍在本页，请稍后重试。',
  unexpectedAnswer: '服务没有给出可以识别的答复，请稍后重试或者联系管理员。',
  changedMeanwhile:
    '本件刚被他人办理过，页面已更新为最新状态。请核对后再办，您填写的内容没有丢失。',
  repeatable: '再按一次不会重复办理：同一次操作只会生效一次。',
  repeatableOrAsk: '再按一次不会重复办理。仍不成功请联系系统管理员。',
  broken: '这个页面出错了',
  brokenAdvice: '已经提交的办理不受影响。请刷新本页；如果仍然出错，请把当时的操作告诉系统管理员。',
  reload: '刷新本页',
  home: '回到首页',
  pageCount: (pages: number) => `共 ${pages} 页`,
  change: '返回修改',
  close: '关闭',
  busy: '正在办理…',
  downloadPdf: '下载 PDF',
  pages: (title: string, pages: number) => `${title}，共 ${pages} 页`,
  page: (title: string, page: number) => `${title} 第 ${page} 页`,
}
export type UiWords = typeof UI_WORDS

export type UiSpeech = { readonly language: UiLanguage; readonly words: UiWords }

/** Chinese, unless the public pages' language stands around the part. */
export const UiSpeechContext = createContext<UiSpeech>({ language: 'zh', words: UI_WORDS })

export function useUiWords(): UiWords {
  return useContext(UiSpeechContext).words
}

export function useUiLanguage(): UiLanguage {
  return useContext(UiSpeechContext).language
}

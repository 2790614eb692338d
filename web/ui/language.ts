/** The languages that parts shared by public and staff pages can speak; staff places speak 简体中文. */
export type UiLanguage = 'zh' | 'en' | 'bo'

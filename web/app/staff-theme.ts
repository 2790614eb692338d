import type { ThemeConfig } from 'antd'

/** The house's palette for the component library; the names of the values are in ui/tokens.css. */
export const STAFF_THEME: ThemeConfig = {
  token: {
    colorPrimary: '#1A5FB4',
    colorLink: '#1A5FB4',
    colorError: '#C8281E',
    colorWarning: '#B86E00',
    colorSuccess: '#1E7F4F',
    colorText: '#1F2329',
    colorTextSecondary: '#5C6470',
    colorTextPlaceholder: '#6B7380',
    colorBorder: '#8A929E',
    colorBorderSecondary: '#E3E6EB',
    colorBgLayout: '#F5F6F8',
    borderRadius: 4,
    fontSize: 14,
    fontFamily: '"PingFang SC","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC",sans-serif',
    wireframe: false,
    motionDurationMid: '0.1s',
    motionDurationSlow: '0.15s',
  },
}

/** antd's theme, from the tokens. The desk gives it to its ConfigProvider. */
import { type ThemeConfig, theme } from 'antd'
import { colours, largePrint, type Mode, radius, type } from './tokens.ts'

export const antdTheme = (mode: Mode, isLarge = false): ThemeConfig => {
  const colour = colours[mode]
  return {
    algorithm: mode === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: colour.accent,
      colorTextLightSolid: colour.onAccent,
      colorLink: colour.link,
      colorLinkHover: colour.accentDeep,
      colorInfo: colour.busy,
      colorSuccess: colour.good,
      colorWarning: colour.soon,
      colorError: colour.late,
      colorText: colour.ink,
      colorTextSecondary: colour.inkSoft,
      colorTextTertiary: colour.inkSoft,
      colorTextDescription: colour.inkSoft,
      colorTextPlaceholder: colour.inkSoft,
      colorBgLayout: colour.ground,
      colorBgContainer: colour.surface,
      colorBgElevated: colour.surface,
      colorBorder: colour.edge,
      colorBorderSecondary: colour.line,
      colorSplit: colour.line,
      fontFamily: type.family,
      fontSize: type.sizes.note * (isLarge ? largePrint : 1),
      borderRadius: radius.middle,
      borderRadiusSM: radius.small,
      borderRadiusLG: radius.large,
      boxShadow: 'none',
      boxShadowTertiary: 'none',
      wireframe: false,
    },
    components: {
      Table: {
        headerBg: colour.sunk,
        headerColor: colour.inkSoft,
        rowHoverBg: colour.accentSoft,
        cellPaddingBlock: 10,
        borderColor: colour.line,
      },
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
      Menu: { itemSelectedBg: colour.accentSoft, itemSelectedColor: colour.accent },
    },
  }
}

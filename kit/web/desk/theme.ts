import { theme as antd, type ThemeConfig } from "antd"
import { colours, fonts } from "../tokens.ts"

/** antd in our colours; under a thumb everything to press is at least 40 px high. */
export function deskTheme(dark: boolean, touch: boolean): ThemeConfig {
  const c = dark ? colours.dark : colours.light
  return {
    algorithm: dark ? antd.darkAlgorithm : antd.defaultAlgorithm,
    token: {
      colorPrimary: dark ? "#5b95cf" : c.accent,
      colorLink: c.accent,
      colorInfo: c.accent,
      colorSuccess: c.met,
      colorWarning: c.warning,
      colorError: c.violated,
      colorErrorHover: c.violated,
      colorBgLayout: c.paper,
      colorBgContainer: c.surface,
      colorBgElevated: dark ? "#222b37" : c.surface,
      colorText: c.ink,
      colorTextSecondary: c.muted,
      colorTextDescription: c.muted,
      colorTextPlaceholder: c.muted,
      colorBorderSecondary: c.line,
      fontFamily: fonts,
      fontSize: 15,
      borderRadius: 6,
      controlHeight: touch ? 44 : 36,
      controlHeightSM: touch ? 40 : 28,
      motion: !matchMedia("(prefers-reduced-motion: reduce)").matches,
      ...(dark ? { colorTextLightSolid: "#0b1622" } : {}),
    },
    components: {
      Layout: { headerBg: c.surface, siderBg: c.surface, bodyBg: c.paper, headerPadding: "0 16px" },
      Menu: { itemBg: "transparent", subMenuItemBg: "transparent", itemHeight: 42 },
      Button: { primaryShadow: "none", defaultShadow: "none", dangerShadow: "none", paddingInlineSM: 10 },
      Segmented: { trackBg: dark ? "#0d1117" : "#e9e6df", itemColor: c.muted },
      Table: { headerColor: c.muted },
      // Seven of these are as wide as a small phone.
      DatePicker: { cellWidth: 40, cellHeight: touch ? 36 : 28 },
      Tabs: {
        itemSelectedColor: c.accent,
        itemHoverColor: c.accent,
        itemActiveColor: c.accent,
        inkBarColor: c.accent,
      },
    },
  }
}

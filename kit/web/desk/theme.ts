import { theme as antd, type ThemeConfig } from "antd"
import { colours, fonts } from "../tokens.ts"

/** antd in our colours. */
export function deskTheme(dark: boolean): ThemeConfig {
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
      controlHeight: 36,
      motion: !matchMedia("(prefers-reduced-motion: reduce)").matches,
      ...(dark ? { colorTextLightSolid: "#0b1622" } : {}),
    },
    components: {
      Layout: { headerBg: c.surface, siderBg: c.surface, bodyBg: c.paper, headerPadding: "0 16px" },
      Menu: { itemBg: "transparent", subMenuItemBg: "transparent", itemHeight: 42 },
      Button: { primaryShadow: "none", defaultShadow: "none", dangerShadow: "none" },
      Segmented: { trackBg: dark ? "#0d1117" : "#e9e6df", itemColor: c.muted },
      Tabs: { itemSelectedColor: c.accent, itemHoverColor: c.accent, inkBarColor: c.accent },
      Table: { headerColor: c.muted },
    },
  }
}

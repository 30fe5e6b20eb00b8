/**
 * The colours antd computes with; `tokens.css` says the same for everything else (a test compares them).
 * Ink blue carries actions, so that red stays free for 不符合; vermilion is the seal's alone.
 */
export const colours = {
  light: {
    paper: "#f6f5f1",
    surface: "#ffffff",
    ink: "#1b2430",
    muted: "#566171",
    line: "#dfdcd4",
    accent: "#1f4e79",
    met: "#1c6e45",
    warning: "#865300",
    violated: "#ad261c",
  },
  dark: {
    paper: "#11161d",
    surface: "#19202a",
    ink: "#e7eaee",
    muted: "#a4afbd",
    line: "#303b49",
    accent: "#8bbbea",
    met: "#6cc79a",
    warning: "#e3b25c",
    violated: "#f39a8f",
  },
} as const

export const fonts =
  '"PingFang SC","HarmonyOS Sans SC","MiSans","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC","Source Han Sans SC",system-ui,sans-serif'

import type { Plugin } from "vite"

const named = '"aria-label": icon.name'

/** The library's buttons that show an icon and no word, and what they are called. */
const wordless: readonly { at: string; icon: string; zh: string; en: string }[] = [
  { at: "antd/es/_util/hooks/useAllowClear.", icon: "CloseCircleFilled", zh: "清除", en: "Clear" },
  { at: "antd/es/pagination/Pagination.", icon: "LeftOutlined", zh: "上一页", en: "Previous page" },
  { at: "antd/es/pagination/Pagination.", icon: "RightOutlined", zh: "下一页", en: "Next page" },
]

/**
 * Hides icons from being read out: the library names them in English ("upload 选择文件"). One that says something is
 * given a name, as are those it leaves alone in a button.
 */
export const quietIcons = (): Plugin => ({
  name: "quiet-icons",
  transform(code, id) {
    const changes = id.includes("@ant-design/icons/es/components/AntdIcon")
      ? [{ from: named, to: '"aria-hidden": restProps["aria-label"] ? undefined : true' }]
      : wordless
          .filter(({ at }) => id.includes(at))
          .map(({ icon, zh, en }) => ({
            from: `createElement(${icon}, null)`,
            to: `createElement(${icon}, { "aria-label": document.documentElement.lang === "en" ? "${en}" : "${zh}" })`,
          }))
    if (changes.length === 0) return null
    for (const { from } of changes)
      if (!code.includes(from)) throw new Error(`${id} says ${from} in another way now`)
    return { code: changes.reduce((text, { from, to }) => text.replaceAll(from, to), code), map: null }
  },
})

import type { Plugin } from "vite"

const named = '"aria-label": icon.name'

/** Icons that stand alone on a button of the library's own: of a search field, of the pages of a list. */
const alone = {
  search: { zh: "搜索", en: "Search" },
  left: { zh: "上一页", en: "Previous page" },
  right: { zh: "下一页", en: "Next page" },
}
const words = `(${JSON.stringify(alone)})[icon.name]?.[document.documentElement.lang.startsWith("zh") ? "zh" : "en"]`

/** Hides icons from being read out: the library names them in English ("upload 选择文件"). One that says something is given a name. */
export const quietIcons = (): Plugin => ({
  name: "quiet-icons",
  transform(code, id) {
    if (!id.includes("@ant-design/icons/es/components/AntdIcon")) return null
    if (!code.includes(named)) throw new Error("@ant-design/icons names its icons in another way now")
    return {
      code: code.replace(
        named,
        `"aria-label": ${words}, "aria-hidden": restProps["aria-label"] || ${words} ? undefined : true`,
      ),
      map: null,
    }
  },
})

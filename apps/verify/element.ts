type Child = Node | string | null | false | undefined
type Attributes = Readonly<Record<string, string | boolean | undefined | ((event: Event) => void)>>

/** An element with attributes, listeners (`onclick`, …) and children; text is text, never markup. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly (Child | readonly Child[])[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value)
    else if (value === true) element.setAttribute(name, "")
    else if (value !== false && value !== undefined) element.setAttribute(name, value)
  }
  element.append(...children.flat().filter((child): child is Node | string => Boolean(child)))
  return element
}

/** The product's seal: a bridge of one arch. */
export function seal(): SVGElement {
  const svg = (tag: string, attributes: Readonly<Record<string, string>>): SVGElement => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", tag)
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
    return element
  }
  const all = svg("svg", {
    width: "40",
    height: "40",
    viewBox: "0 0 32 32",
    "aria-hidden": "true",
    class: "seal",
  })
  all.append(
    svg("rect", { width: "32", height: "32", rx: "5", fill: "#a5281b" }),
    svg("path", {
      d: "M4 22h24M6.5 22c3-11 16-11 19 0M11 22v-5.3M16 22v-8.2M21 22v-5.3M4 26h24",
      fill: "none",
      stroke: "#fff",
      "stroke-width": "1.8",
      "stroke-linecap": "round",
    }),
  )
  return all
}

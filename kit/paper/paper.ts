/**
 * A paper: what an official document says, before anybody decides whether it becomes a page of Word,
 * a PDF, a web page or plain text. Pure data; it survives JSON.
 * Numbers of headings (一、 （一） 1.) are part of their text: documents quote them.
 * A line break inside any text is "\n".
 */
export interface Paper {
  readonly title: string
  readonly subtitle?: string
  /** 发文字号, printed between the title and the body. */
  readonly number?: string
  /** Label and value of the lines under the title, in order: { 组织名称: "…", 填报日期: "…" }. */
  readonly meta?: Readonly<Record<string, string>>
  readonly blocks: readonly Block[]
  /** Printed at the foot of every page, opposite the page number. Keep it under 40 characters. */
  readonly footer?: string
  readonly orientation?: "portrait" | "landscape"
  /** "document": margins of GB/T 9704 (type area 156 × 225 mm). "form": narrower, for pages that are one table. */
  readonly page?: "document" | "form"
  /** A few large grey characters across every page: 草稿, 样例. */
  readonly watermark?: string
  /** Document properties. `date` is YYYY-MM-DD; without it the files carry no date, so equal papers print equal bytes. */
  readonly about?: {
    readonly author?: string
    readonly subject?: string
    readonly keywords?: readonly string[]
    readonly date?: string
  }
}

export type Block =
  | { readonly kind: "heading"; readonly level: 1 | 2 | 3; readonly text: string; readonly id?: string }
  | {
      readonly kind: "text"
      readonly runs: Words
      /** First line two characters in. Default: true when aligned left. */
      readonly indent?: boolean
      readonly align?: Align
    }
  | Table
  | { readonly kind: "list"; readonly items: readonly Words[]; readonly ordered?: boolean }
  | {
      readonly kind: "figure"
      /** A self-contained drawing: no scripts, no outside references (see drawing.ts). */
      readonly svg: string
      /** Wider than the type area is reduced to it. */
      readonly widthMm: number
      readonly caption: string
      readonly alt: string
    }
  | { readonly kind: "signatures"; readonly boxes: readonly SignatureBox[] }
  | { readonly kind: "note"; readonly text: string }
  | { readonly kind: "break" }

export interface Table {
  readonly kind: "table"
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  readonly caption?: string
  /** 五号 instead of 小四, for tables of many columns. */
  readonly small?: boolean
}

export interface Column {
  readonly header: string
  /** Neighbours with the same group stand under one upper header. */
  readonly group?: string
  /** A weight: widths are shared out in proportion. */
  readonly width: number
  readonly align?: Align
}

/** As many cells as columns, less those covered by a span from the left or from above. */
export type Row = readonly Cell[]

export type Cell =
  | Words
  | {
      readonly text: Words
      readonly colspan?: number
      readonly rowspan?: number
      readonly shade?: boolean
      readonly align?: Align
      /** This cell names its row, or the rows below it when it spans the table: announced as a header. */
      readonly heading?: boolean
    }

export interface SignatureBox {
  readonly label: string
  /** An opinion already on record, printed at the top of the box. */
  readonly opinion?: string
  /** Lines to sign on, such as 负责人（签字）： */
  readonly lines?: readonly string[]
  /** Leaves room for a seal and prints （盖章）. */
  readonly seal?: boolean
  /** true: an empty 年 月 日; a string: that date. */
  readonly date?: boolean | string
}

export type Align = "left" | "center" | "right"
export type Words = string | readonly Run[]

export interface Run {
  readonly text: string
  readonly bold?: boolean
  readonly color?: "red" | "grey"
  /** http, https or mailto; anything else is printed as plain text. */
  readonly href?: string
  /** ☑ or □ before the text. */
  readonly mark?: "checked" | "unchecked"
}

export const tick = { checked: "☑", unchecked: "□" } as const

/** □/☑ before each option, as the forms print a choice: choice(["是", "否"], "是") reads ☑是 □否. */
export function choice(options: readonly string[], chosen: string | undefined): Run[] {
  return options.map((option, i) => ({
    text: i < options.length - 1 ? `${option}　` : option,
    mark: option === chosen ? "checked" : "unchecked",
  }))
}

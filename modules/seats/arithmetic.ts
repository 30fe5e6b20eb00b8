import type { Cell, Fraction, Line, Shared } from "@qiaoliang/apportion"

/** `3.46`, or more digits while two would hide the difference; whole numbers without point. */
export const decimal = ({ num, den }: Fraction, digits = 3): string =>
  num % den === 0 ? `${num / den}` : (num / den).toFixed(digits)

/** `1200 ÷ 12000 × 120 = 12`: the exact share in one line. */
const quotaOf = (size: number, all: number, total: number, quota: Fraction): string =>
  `${size} ÷ ${all} × ${total} = ${decimal(quota)}`

/** How one group came by its seats, sentence by sentence. */
export function arithmetic(line: Line, { total, all, divisor }: Shared): string[] {
  const steps = [quotaOf(line.size, all, total, line.quota)]
  if (line.held === "least") steps.push(`不足下限${line.least}名，按${line.least}名`)
  else if (line.held === "most") steps.push(`名额不多于人数，按${line.most}名`)
  else if (line.fair.num * line.quota.den !== line.quota.num * line.fair.den)
    steps.push(`有的组按下限或人数分配，其余名额由其他各组按人数分：${decimal(line.fair)}`)
  if (divisor) return [...steps, ...byQuotients(line, divisor)]
  if (line.held) return steps
  steps.push(`整数部分${line.floor}名，余数${decimal({ num: line.remainder, den: line.fair.den })}`)
  if (line.place !== null)
    steps.push(line.extra ? `余数排第${line.place}，再得1名` : `余数排第${line.place}，不再增加`)
  steps.push(`得${line.seats}名`)
  return steps
}

function byQuotients(line: Line, divisor: NonNullable<Shared["divisor"]>): string[] {
  const won = line.quotients
    .slice(-2)
    .map((q) => `第${q.seat}名 ${line.size} ÷ ${q.of.den} = ${decimal(q.of, 2)}（排第${q.place}）`)
  const { from, to } = divisor
  const between = from && to ? `除数在${decimal(from, 2)}与${decimal(to, 2)}之间` : ""
  return [
    ...(won.length ? [`${line.quotients.length > 2 ? "最后两名的商：" : "商："}${won.join("，")}`] : []),
    ...(between ? [between] : []),
    `得${line.seats}名`,
  ]
}

/** How far a cell is from its share. */
export const cellArithmetic = (cell: Cell, all: number, total: number): string[] => [
  quotaOf(cell.people, all, total, cell.quota),
  cell.seats === cell.floor
    ? `取整数部分，得${cell.seats}名`
    : cell.seats === cell.floor + 1
      ? `取整数部分加1，得${cell.seats}名`
      : `为满足各行各列名额，得${cell.seats}名`,
  `与精确份额相差${cell.deviation.num > 0 ? "+" : ""}${decimal(cell.deviation)}`,
]

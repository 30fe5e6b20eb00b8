/** Characters and words of any Chinese text that part others and mean little by themselves. */
const words =
  "的 了 是 在 和 与 及 或 也 都 就 还 又 才 很 太 更 最 被 把 给 让 向 对 从 到 为 以 于 着 过 吗 呢 吧 啊 呀 嘛 " +
  "我 你 他 她 它 我们 你们 他们 咱们 大家 自己 这 那 这个 那个 这些 那些 这里 那里 这边 那边 有 没有 没 不 无 " +
  "希望 能不能 能否 可不可以 可以 可否 是否 是不是 请 请问 麻烦问 想 要 会 能 应该 应当 需要 觉得 感觉 认为 " +
  "一个 一些 一下 一点 一直 一样 有点 非常 特别 十分 比较 真的 实在 总是 总 老是 经常 常常 每次 每天 几乎 根本 " +
  "已经 现在 最近 目前 今天 昨天 明天 什么 怎么 怎样 怎么办 为什么 哪里 哪些 多少 因为 所以 但是 而且 如果 虽然 " +
  "问题 情况 事情 东西 时候 方面 进行 以后 之后 之前 以前 上 下 里 中 " +
  "后 前 内 外 时 多 个 几 来 去 上去 下来 起来 出来 用 说 看 做 好 再 只 等 由 跟 每 各 该 其 之 而 且 则 连 许多 很多 好多 " +
  "第一 第二 第三 第四 得到 增加 任何 普通 影响 方便 离谱 一半 原来 参加 期间 安排 有人 没人 人家 找 找不到 失败"

const plain = new Set(words.split(" "))
const longest = Math.max(...[...plain].map((word) => word.length))

/** How many characters from `at` on are a word that says nothing; 0 if none. */
export function plainAt(text: string, at: number): number {
  for (let length = Math.min(longest, text.length - at); length > 0; length--)
    if (plain.has(text.slice(at, at + length))) return length
  return 0
}

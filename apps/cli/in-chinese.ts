import type { Command, CommanderError } from "commander"

const titles: Readonly<Record<string, string>> = {
  "Usage:": "用法：",
  "Arguments:": "参数：",
  "Options:": "选项：",
  "Commands:": "命令：",
}

/** Commander's own words for help and mistakes, in the language of everything else. */
export function inChinese(command: Command): Command {
  return command
    .configureHelp({ styleTitle: (title) => titles[title] ?? title })
    .configureOutput({ outputError: () => {} }) // said by `mistake`
    .exitOverride()
}

const sentences: Readonly<Record<string, (name: string, message: string) => string>> = {
  "commander.missingArgument": (name) => (name.startsWith("file") ? "没有写明文件" : `没有写明“${name}”`),
  "commander.excessArguments": () => "参数多了",
  "commander.unknownOption": (name) => `没有“${name}”这个选项`,
  "commander.optionMissingArgument": (name) => `选项“${name}”后面没有写内容`,
  "commander.missingMandatoryOptionValue": (name) => `缺少选项“${name}”`,
  "commander.conflictingOption": (name) => `选项“${name}”不能与另一选项同时使用`,
  "commander.unknownCommand": (name) => `没有“${name}”这个命令`,
  "commander.invalidArgument": (name, message) => `“${name}”有误：${message.split(" is invalid. ").at(-1)}`,
}

/** What was typed wrong; null where nothing was: help was asked for, or shown because no command was. */
export function mistake({ code, message }: CommanderError): string | null {
  if (code === "commander.help" || code === "commander.helpDisplayed") return null
  const name = /'([^']*)'/.exec(message)?.[1] ?? ""
  return `${sentences[code]?.(name, message) ?? message}（用 --help 查看用法）`
}

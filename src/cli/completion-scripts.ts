/**
 * What each shell needs to complete hearsay. They pass the words that are typed on as they are, never through `eval`, so that
 * pressing Tab after `$(rm …)` runs nothing; and they need no completion framework.
 *
 * The answer is a line a suggestion, `value<tab>meaning`, and a last line: `:0` where file names fit as well, `:4` where not.
 */
export const COMPLETION_SCRIPTS: Readonly<Record<string, string>> = {
  bash: String.raw`# hearsay: completion for bash
_hearsay() {
  local line files=
  COMPREPLY=()
  while IFS= read -r line; do
    case $line in
      :0) files=yes ;;
      :*) ;;
      *) COMPREPLY+=("${'$'}{line%%$'\t'*}") ;;
    esac
  done < <(hearsay complete -- "${'$'}{COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
  if [ -n "$files" ]; then
    compopt -o default 2>/dev/null
  fi
}
complete -F _hearsay hearsay
`,
  zsh: String.raw`#compdef hearsay
# hearsay: completion for zsh
_hearsay() {
  local line files
  local -a found
  while IFS= read -r line; do
    case $line in
      :0) files=yes ;;
      :*) ;;
      *) found+=("${'$'}{line%%$'\t'*}:${'$'}{line#*$'\t'}") ;;
    esac
  done < <(hearsay complete -- "${'$'}{(@)words[2,CURRENT]}" 2>/dev/null)
  (( ${'$'}{#found} )) && _describe -V hearsay found
  [[ -n $files ]] && _files
}
if [[ ${'$'}{funcstack[1]} = _hearsay ]]; then
  _hearsay "$@"
else
  compdef _hearsay hearsay
fi
`,
  fish: String.raw`# hearsay: completion for fish
function __hearsay_complete
  set -l words (commandline -opc) (commandline -ct)
  for line in (hearsay complete -- $words[2..-1] 2>/dev/null)
    switch $line
      case ':0'
        __fish_complete_path (commandline -ct)
      case ':*'
      case '*'
        printf '%s\n' $line
    end
  end
end
complete -c hearsay -f -a '(__hearsay_complete)'
`
}

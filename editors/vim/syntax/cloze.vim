" Dateline rule files.
if exists('b:current_syntax')
  finish
endif

syntax match clozeItem /^\(\(draft\|drop\|replace\)\s\+\)*\(words\|verbs\|phrase\|kind\|rule\)\>/
syntax match clozeLink /\s\(gives\|adds to\|add\)\s/
syntax match clozeClause /^\s\+\(find\|then each \(line\|item\)\|unless \(after\|before\|inside\)\|over\|give\|yes\|no\|todo yes\|todo no\)\>/
syntax match clozeDay /\<on \d\{4}-\d\d-\d\d/
syntax match clozeMode /\(list of\|each of\|active\|passive\)\s/ contained
syntax match clozeField /{\@<=\s*[[:alnum:]_.-]\+:/ contained
syntax match clozeEscape /\\["\\{}=n]/ contained
syntax region clozeHole start=/{/ end=/}/ contains=clozeMode,clozeField oneline
syntax region clozeMark start=/{/ end=/}/ contained contains=clozeField,clozeMark,clozeEscape
syntax region clozeString start=/"/ skip=/\\./ end=/"/ contains=clozeMark,clozeEscape
syntax match clozeOperator /\.\.\.\|[|()?*+!=]/
syntax match clozeNote /^\s\+note\>.*$/
syntax match clozeComment /#.*$/

highlight default link clozeItem Keyword
highlight default link clozeLink Keyword
highlight default link clozeClause Statement
highlight default link clozeDay Constant
highlight default link clozeMode StorageClass
highlight default link clozeField Identifier
highlight default link clozeEscape SpecialChar
highlight default link clozeHole Type
highlight default link clozeMark Special
highlight default link clozeString String
highlight default link clozeOperator Operator
highlight default link clozeNote Comment
highlight default link clozeComment Comment

let b:current_syntax = 'cloze'

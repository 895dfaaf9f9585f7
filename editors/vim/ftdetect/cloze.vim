autocmd BufRead,BufNewFile *.cloze setfiletype cloze

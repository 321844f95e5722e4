;; Reads texts of UTF-8 bytes as words and counts their terms, one text after another.
;;
;; It knows the words that it was taught, of up to 14 bytes of plain ASCII. Whatever else it meets (a new word, a longer
;; one, a character of several bytes) it leaves to its caller: it stops before it, and is called again once that has been
;; dealt with. So all rules of what a word is stand in one place, find-next-word.ts, and what is fast here is merely the
;; usual case.
;;
;; Every text is followed by a blank or a line feed, which is not its own, so that no word has to look where its text
;; ends. What stands behind that is loaded, but never matters.
;;
;; The page of state at address 0 holds, as 32-bit numbers:
;;    0 text        address of the bytes          52 last        by term, 1 + the cell where it was last counted
;;    4 ends        by text, where it ends         56 columns     out, by cell: its term
;;    8 slots       known words: see below         60 counts      out, by cell: how often
;;   12 shift       64 - log2 of their number      64 bytes       out, by cell: how often, as a byte
;;   16 word        of 16 bytes, to be taught      68 rows        out, by text: cells up to its end
;;   20 terms       by form, -1 if not counted     72 closes      out, by text: words up to its end
;;   24 seconds     by form, or -1                 76 texts       how many there are
;;   28 parts       by form, a byte: which word    80 current     the text being read
;;                  of filler phrases, or 0        84 at          byte where reading goes on
;;   32 tallies     by form, how often met         88 words       read so far
;;   36 openers     by part, its phrases or 0      92 marked      of the current text, so far
;;   40 forms       out, by word: its form         96 next        mark at which counting goes on
;;   44 marks       words that count, see below   100 cells       counted so far
;;   48 places      by mark: which word it is     104 row         cell at which the current row begins
;;                                                108 missing     address of the phrase that has no term yet
;;
;; A slot is 32 bytes: the word's own bytes with 0 behind them, 1 + its form (0 where the slot is free), and its mark:
;; the term that it counts as, -1 where it does not count, -2 where it takes a closer look. Of a text's words only those
;; that count, or may, are put down with their marks: half of what people say does not.
(module
  (import "room" "memory" (memory 1 32768))

  ;; Answers: all texts are read; a word is left to the caller; a phrase needs a term.
  (global $done i32 (i32.const 0))
  (global $word_left i32 (i32.const 1))
  (global $term_missing i32 (i32.const 2))
  ;; Slots in a row that a word may be in. There are as many beyond the last one, so that no search has to turn round.
  (global $most_looked i32 (i32.const 64))

  ;; Address of the slot where the search for a word begins: the high bits of a product, in which every byte has a share.
  (func $first_slot (param $word v128) (result i32)
    (i32.add
      (i32.load (i32.const 8))
      (i32.shl
        (i32.wrap_i64
          (i64.shr_u
            (i64.add
              (i64.mul (i64x2.extract_lane 0 (local.get $word)) (i64.const 0x9e3779b97f4a7c15))
              (i64.mul (i64x2.extract_lane 1 (local.get $word)) (i64.const 0xc2b2ae3d27d4eb4f)))
            (i64.load32_u (i32.const 12))))
        (i32.const 5))))

  ;; Teaches the word at `word`. One that finds no slot stays with the caller.
  (func (export "teach_word") (param $form i32) (param $mark i32)
    (local $slot i32) (local $looked i32)
    (local.set $slot (call $first_slot (v128.load (i32.load (i32.const 16)))))
    (loop $look
      (if (i32.eqz (i32.load offset=16 (local.get $slot)))
        (then
          (v128.store (local.get $slot) (v128.load (i32.load (i32.const 16))))
          (i32.store offset=16 (local.get $slot) (i32.add (local.get $form) (i32.const 1)))
          (i32.store offset=20 (local.get $slot) (local.get $mark))
          (return)))
      (local.set $slot (i32.add (local.get $slot) (i32.const 32)))
      (local.set $looked (i32.add (local.get $looked) (i32.const 1)))
      (br_if $look (i32.lt_u (local.get $looked) (global.get $most_looked)))))

  ;; Bit by bit which of 16 bytes are ASCII letters or digits.
  (func $find_letters (param $bytes v128) (result i32)
    (i8x16.bitmask
      (v128.or
        ;; Capitals differ from small letters by 0x20.
        (i8x16.lt_u
          (i8x16.sub
            (v128.or (local.get $bytes) (i8x16.splat (i32.const 0x20)))
            (i8x16.splat (i32.const 0x61)))
          (i8x16.splat (i32.const 26)))
        (i8x16.lt_u
          (i8x16.sub (local.get $bytes) (i8x16.splat (i32.const 0x30)))
          (i8x16.splat (i32.const 10))))))

  ;; Reads words up to $end; false (0) where one is left to the caller, who finds its beginning in `at`.
  (func $read_words (param $end i32) (result i32)
    (local $text i32) (local $at i32) (local $words i32) (local $marked i32)
    (local $bytes v128) (local $letters i32) (local $joiners i32) (local $foreign i32) (local $length i32)
    (local $slot i32) (local $looked i32) (local $form i32) (local $mark i32) (local $tally i32)
    (local.set $text (i32.load (i32.const 0)))
    (local.set $at (i32.load (i32.const 84)))
    (local.set $words (i32.load (i32.const 88)))
    (local.set $marked (i32.load (i32.const 92)))
    (block $all_read
      (loop $next
        (br_if $all_read (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $bytes (v128.load (i32.add (local.get $text) (local.get $at))))
        (local.set $letters (call $find_letters (local.get $bytes)))
        ;; Bytes of characters that take several have their highest bit set, and no others.
        (local.set $foreign (i8x16.bitmask (local.get $bytes)))
        (block $leave
          (if (i32.eqz (i32.and (local.get $letters) (i32.const 1)))
            (then
              (br_if $leave (i32.and (local.get $foreign) (i32.const 1)))
              ;; On to the next letter, if it is among the 16.
              (local.set $at
                (i32.add
                  (local.get $at)
                  (i32.ctz
                    (i32.or (i32.or (local.get $letters) (local.get $foreign)) (i32.const 0x10000)))))
              (br $next)))
          (local.set $joiners
            (i8x16.bitmask
              (v128.or
                (i8x16.eq (local.get $bytes) (i8x16.splat (i32.const 0x27)))
                (i8x16.eq (local.get $bytes) (i8x16.splat (i32.const 0x2d))))))
          ;; A joiner belongs to the word if a letter follows: up to the first bit that is not set.
          (local.set $length
            (i32.ctz
              (i32.xor
                (i32.or
                  (local.get $letters)
                  (i32.and (local.get $joiners) (i32.shr_u (local.get $letters) (i32.const 1))))
                (i32.const -1))))
          ;; What follows has to be among the 16, and so has what follows a joiner.
          (br_if $leave (i32.gt_u (local.get $length) (i32.const 14)))
          (br_if $leave
            (i32.and
              (i32.shr_u
                (i32.or
                  (local.get $foreign)
                  (i32.and (local.get $joiners) (i32.shr_u (local.get $foreign) (i32.const 1))))
                (local.get $length))
              (i32.const 1)))
          (local.set $bytes
            (v128.and
              (local.get $bytes)
              (i8x16.lt_u
                (v128.const i8x16 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15)
                (i8x16.splat (local.get $length)))))
          (local.set $slot (call $first_slot (local.get $bytes)))
          (local.set $looked (i32.const 0))
          (block $found
            (loop $look
              (br_if $found
                (i8x16.all_true (i8x16.eq (v128.load (local.get $slot)) (local.get $bytes))))
              (br_if $leave (i32.eqz (i32.load offset=16 (local.get $slot))))
              (local.set $slot (i32.add (local.get $slot) (i32.const 32)))
              (local.set $looked (i32.add (local.get $looked) (i32.const 1)))
              (br_if $look (i32.lt_u (local.get $looked) (global.get $most_looked))))
            (br $leave))
          (local.set $form (i32.sub (i32.load offset=16 (local.get $slot)) (i32.const 1)))
          (i32.store
            (i32.add (i32.load (i32.const 40)) (i32.shl (local.get $words) (i32.const 2))) (local.get $form))
          (local.set $tally
            (i32.add (i32.load (i32.const 32)) (i32.shl (local.get $form) (i32.const 2))))
          (i32.store (local.get $tally) (i32.add (i32.load (local.get $tally)) (i32.const 1)))
          ;; Put down in any case, and overwritten by the next one if it does not count: quicker than asking.
          (local.set $mark (i32.load offset=20 (local.get $slot)))
          (i32.store
            (i32.add (i32.load (i32.const 44)) (i32.shl (local.get $marked) (i32.const 2))) (local.get $mark))
          (i32.store
            (i32.add (i32.load (i32.const 48)) (i32.shl (local.get $marked) (i32.const 2))) (local.get $words))
          (local.set $marked
            (i32.add (local.get $marked) (i32.ne (local.get $mark) (i32.const -1))))
          (local.set $words (i32.add (local.get $words) (i32.const 1)))
          ;; What follows is known to be outside of words.
          (local.set $at (i32.add (i32.add (local.get $at) (local.get $length)) (i32.const 1)))
          (br $next))
        (i32.store (i32.const 84) (local.get $at))
        (i32.store (i32.const 88) (local.get $words))
        (i32.store (i32.const 92) (local.get $marked))
        (return (i32.const 0))))
    (i32.store (i32.const 84) (i32.add (local.get $end) (i32.const 1)))
    (i32.store (i32.const 88) (local.get $words))
    (i32.store (i32.const 92) (local.get $marked))
    (i32.const 1))

  ;; Counts a term in the current row: once more where the row has it, else in a new cell. Without a branch, since nobody
  ;; could guess which.
  (func $count_term (param $term i32)
    (local $last i32) (local $cell i32) (local $is_new i32) (local $count i32)
    (local.set $last (i32.add (i32.load (i32.const 52)) (i32.shl (local.get $term) (i32.const 2))))
    (local.set $cell (i32.load (local.get $last)))
    (local.set $is_new (i32.le_u (local.get $cell) (i32.load (i32.const 104))))
    (local.set $count (i32.load (i32.const 100)))
    (local.set $cell
      (select (i32.add (local.get $count) (i32.const 1)) (local.get $cell) (local.get $is_new)))
    (i32.store (i32.const 100) (i32.add (local.get $count) (local.get $is_new)))
    (i32.store (local.get $last) (local.get $cell))
    (local.set $cell (i32.shl (i32.sub (local.get $cell) (i32.const 1)) (i32.const 2)))
    (i32.store (i32.add (i32.load (i32.const 56)) (local.get $cell)) (local.get $term))
    (local.set $cell (i32.add (i32.load (i32.const 60)) (local.get $cell)))
    (i32.store
      (local.get $cell)
      (i32.add
        (select (i32.const 0) (i32.load (local.get $cell)) (local.get $is_new))
        (i32.const 1))))

  ;; Counts the first filler phrase that begins with the word $at, and gives how many words it has; 0 where none does,
  ;; -1 where its term is missing. The phrases of an opener follow each other as 32-bit numbers: how many words, the term
  ;; (-1 if missing, -2 if not counted), and the part of each word; one of 0 words is the end.
  (func $count_phrase (param $at i32) (param $part i32) (result i32)
    (local $phrase i32) (local $length i32) (local $i i32)
    (local.set $phrase
      (i32.load (i32.add (i32.load (i32.const 36)) (i32.shl (local.get $part) (i32.const 2)))))
    (if (i32.eqz (local.get $phrase)) (then (return (i32.const 0))))
    (loop $try
      (local.set $length (i32.load (local.get $phrase)))
      (if (i32.eqz (local.get $length)) (then (return (i32.const 0))))
      (block $other
        (br_if $other
          (i32.gt_u (i32.add (local.get $at) (local.get $length)) (i32.load (i32.const 88))))
        (local.set $i (i32.const 0))
        (loop $compare
          (br_if $other
            (i32.ne
              (i32.load offset=8 (i32.add (local.get $phrase) (i32.shl (local.get $i) (i32.const 2))))
              (call $part_of (call $form_of (i32.add (local.get $at) (local.get $i))))))
          (local.set $i (i32.add (local.get $i) (i32.const 1)))
          (br_if $compare (i32.lt_u (local.get $i) (local.get $length))))
        (if (i32.eq (i32.load offset=4 (local.get $phrase)) (i32.const -1))
          (then
            (i32.store (i32.const 108) (local.get $phrase))
            (return (i32.const -1))))
        (if (i32.ge_s (i32.load offset=4 (local.get $phrase)) (i32.const 0))
          (then (call $count_term (i32.load offset=4 (local.get $phrase)))))
        (return (local.get $length)))
      (local.set $phrase
        (i32.add (local.get $phrase) (i32.shl (i32.add (local.get $length) (i32.const 2)) (i32.const 2))))
      (br $try))
    (unreachable))

  (func $form_of (param $at i32) (result i32)
    (i32.load (i32.add (i32.load (i32.const 40)) (i32.shl (local.get $at) (i32.const 2)))))

  (func $part_of (param $form i32) (result i32)
    (i32.load8_u (i32.add (i32.load (i32.const 28)) (local.get $form))))

  ;; Counts what the word $at and perhaps the words behind it count as, and gives how many words that were; -1 where a
  ;; phrase needs a term.
  (func $count_closely (param $at i32) (result i32)
    (local $form i32) (local $length i32) (local $term i32)
    (local.set $form (call $form_of (local.get $at)))
    (local.set $length (call $count_phrase (local.get $at) (call $part_of (local.get $form))))
    (if (local.get $length) (then (return (local.get $length))))
    (local.set $form (i32.shl (local.get $form) (i32.const 2)))
    (local.set $term (i32.load (i32.add (i32.load (i32.const 20)) (local.get $form))))
    (if (i32.ne (local.get $term) (i32.const -1)) (then (call $count_term (local.get $term))))
    (local.set $term (i32.load (i32.add (i32.load (i32.const 24)) (local.get $form))))
    (if (i32.ne (local.get $term) (i32.const -1)) (then (call $count_term (local.get $term))))
    (i32.const 1))

  ;; Counts the marks of the current text from `next` on; false (0) where a phrase needs a term.
  (func $count_marks (result i32)
    (local $mark i32) (local $at i32) (local $end i32) (local $length i32)
    (local.set $at (i32.shl (i32.load (i32.const 96)) (i32.const 2)))
    (local.set $end (i32.shl (i32.load (i32.const 92)) (i32.const 2)))
    (block $counted
      (loop $next
        (br_if $counted (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $mark (i32.load (i32.add (i32.load (i32.const 44)) (local.get $at))))
        (if (i32.ge_s (local.get $mark) (i32.const 0))
          (then
            (call $count_term (local.get $mark))
            (local.set $at (i32.add (local.get $at) (i32.const 4)))
            (br $next)))
        (local.set $mark (i32.load (i32.add (i32.load (i32.const 48)) (local.get $at))))
        (local.set $length (call $count_closely (local.get $mark)))
        (if (i32.lt_s (local.get $length) (i32.const 0))
          (then
            (i32.store (i32.const 96) (i32.shr_u (local.get $at) (i32.const 2)))
            (return (i32.const 0))))
        ;; Past the marks of all words of a phrase.
        (local.set $mark (i32.add (local.get $mark) (local.get $length)))
        (loop $skip
          (local.set $at (i32.add (local.get $at) (i32.const 4)))
          (br_if $counted (i32.ge_u (local.get $at) (local.get $end)))
          (br_if $skip
            (i32.lt_u
              (i32.load (i32.add (i32.load (i32.const 48)) (local.get $at))) (local.get $mark))))
        (br $next)))
    (i32.store (i32.const 96) (i32.const 0))
    (i32.store (i32.const 92) (i32.const 0))
    (i32.const 1))

  ;; Reads and counts texts from where it stopped; answers as above.
  (func (export "count_texts") (result i32)
    (local $text i32) (local $place i32)
    (block $all
      (loop $next
        (local.set $text (i32.load (i32.const 80)))
        (br_if $all (i32.ge_u (local.get $text) (i32.load (i32.const 76))))
        (local.set $place (i32.shl (local.get $text) (i32.const 2)))
        (if (i32.eqz
              (call $read_words (i32.load (i32.add (i32.load (i32.const 4)) (local.get $place)))))
          (then (return (global.get $word_left))))
        (if (i32.eqz (call $count_marks)) (then (return (global.get $term_missing))))
        (i32.store (i32.add (i32.load (i32.const 68)) (local.get $place)) (i32.load (i32.const 100)))
        (i32.store (i32.add (i32.load (i32.const 72)) (local.get $place)) (i32.load (i32.const 88)))
        (i32.store (i32.const 104) (i32.load (i32.const 100)))
        (i32.store (i32.const 80) (i32.add (local.get $text) (i32.const 1)))
        (br $next)))
    (global.get $done))

  ;; Writes all counts as bytes, and gives a number that is above 255 where one of them does not fit.
  (func (export "narrow_counts") (result i32)
    (local $from i32) (local $to i32) (local $end i32)
    (local $first v128) (local $second v128) (local $third v128) (local $fourth v128) (local $all v128)
    (local.set $from (i32.load (i32.const 60)))
    (local.set $to (i32.load (i32.const 64)))
    (local.set $end (i32.add (local.get $to) (i32.load (i32.const 100))))
    ;; What stands behind the last cell is from before, and would count.
    (memory.fill
      (i32.add (local.get $from) (i32.shl (i32.load (i32.const 100)) (i32.const 2)))
      (i32.const 0)
      (i32.const 64))
    (block $written
      (loop $next
        (br_if $written (i32.ge_u (local.get $to) (local.get $end)))
        (local.set $first (v128.load (local.get $from)))
        (local.set $second (v128.load offset=16 (local.get $from)))
        (local.set $third (v128.load offset=32 (local.get $from)))
        (local.set $fourth (v128.load offset=48 (local.get $from)))
        (v128.store
          (local.get $to)
          (i8x16.narrow_i16x8_u
            (i16x8.narrow_i32x4_u (local.get $first) (local.get $second))
            (i16x8.narrow_i32x4_u (local.get $third) (local.get $fourth))))
        (local.set $all
          (v128.or
            (v128.or (local.get $all) (v128.or (local.get $first) (local.get $second)))
            (v128.or (local.get $third) (local.get $fourth))))
        (local.set $from (i32.add (local.get $from) (i32.const 64)))
        (local.set $to (i32.add (local.get $to) (i32.const 16)))
        (br $next)))
    (i32.or
      (i32.or (i32x4.extract_lane 0 (local.get $all)) (i32x4.extract_lane 1 (local.get $all)))
      (i32.or (i32x4.extract_lane 2 (local.get $all)) (i32x4.extract_lane 3 (local.get $all)))))

  ;; Makes a text of every line that ends in a line feed among the first $end bytes, up to $most of them, and tells where
  ;; the next line begins.
  (func (export "find_lines") (param $end i32) (param $most i32) (result i32)
    (local $at i32) (local $feeds i32) (local $texts i32) (local $start i32)
    (loop $next
      (local.set $feeds
        (i8x16.bitmask
          (i8x16.eq
            (v128.load (i32.add (i32.load (i32.const 0)) (local.get $at)))
            (i8x16.splat (i32.const 0x0a)))))
      (block $none
        (loop $feed
          (br_if $none (i32.eqz (local.get $feeds)))
          (br_if $none (i32.eq (local.get $texts) (local.get $most)))
          (local.set $start (i32.add (local.get $at) (i32.ctz (local.get $feeds))))
          (br_if $none (i32.ge_u (local.get $start) (local.get $end)))
          (i32.store
            (i32.add (i32.load (i32.const 4)) (i32.shl (local.get $texts) (i32.const 2)))
            (local.get $start))
          (local.set $texts (i32.add (local.get $texts) (i32.const 1)))
          (local.set $feeds
            (i32.and (local.get $feeds) (i32.sub (local.get $feeds) (i32.const 1))))
          (br $feed)))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (br_if $next (i32.lt_u (local.get $at) (local.get $end))))
    (i32.store (i32.const 76) (local.get $texts))
    (if (i32.eqz (local.get $texts)) (then (return (i32.const 0))))
    (i32.add
      (i32.load
        (i32.add
          (i32.load (i32.const 4))
          (i32.shl (i32.sub (local.get $texts) (i32.const 1)) (i32.const 2))))
      (i32.const 1))))

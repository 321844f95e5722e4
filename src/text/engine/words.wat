;; Reads texts of UTF-8 bytes as words and counts their terms, one text after another.
;;
;; It knows the words that the vocabulary knows, and plain ASCII. Whatever else it meets (a new word, a character of
;; several bytes) it leaves to its caller: it stops before it, and is called again once that has been dealt with. So all
;; rules of what a word is stand in one place, find-next-word.ts, and what is fast here is merely the usual case.
;;
;; Every text is followed by a blank, which is not its own, so that no word has to look where its text ends.
;;
;; The page of state at address 0 holds, as 32-bit numbers:
;;    0 text        address of the bytes          52 last        by term, 1 + the cell where it was last counted
;;    4 ends        by text, where it ends         56 columns     out, by cell: its term
;;    8 classes     by byte, what it is            60 counts      out, by cell: how often
;;   12 slots       hash and 1 + form, or 0        64 rows        out, by text: cells up to its end
;;   16 mask        number of slots - 1            68 closes      out, by text: words up to its end
;;   20 pool        the bytes of all forms         72 texts       how many there are
;;   24 starts      by form, where in the pool     76 current     the text being read
;;   28 terms       by form, -1 if not counted     80 at          byte where reading goes on
;;   32 seconds     by form, or -1                 84 words       read so far
;;   36 parts       by form, a byte: which word    88 next        word at which counting goes on
;;                  of filler phrases, or 0        92 cells       counted so far
;;   40 tallies     by form, how often met         96 row         cell at which the current row begins
;;   44 openers     by part, its phrases or 0     100 missing     address of the phrase that has no term yet
;;   48 forms       out, by word: its form
(module
  (import "room" "memory" (memory 1 32768))

  ;; Classes of a byte, as in character-class.ts; 0 is a part of a character of several bytes.
  (global $outside i32 (i32.const 1))
  (global $word i32 (i32.const 2))
  (global $joiner i32 (i32.const 4))
  ;; Answers: all texts are read; a word is left to the caller; a phrase needs a term.
  (global $done i32 (i32.const 0))
  (global $word_left i32 (i32.const 1))
  (global $term_missing i32 (i32.const 2))

  ;; The form of the word from $start up to $end whose bytes have the hash; -1 where it is not known.
  (func $find_form (param $start i32) (param $end i32) (param $hash i32) (result i32)
    (local $mask i32) (local $slots i32) (local $slot i32) (local $looked i32) (local $form i32)
    (local $starts i32) (local $known i32) (local $length i32) (local $i i32) (local $left i32) (local $difference i64)
    (local.set $mask (i32.load (i32.const 16)))
    (local.set $slots (i32.load (i32.const 12)))
    (local.set $length (i32.sub (local.get $end) (local.get $start)))
    (local.set $start (i32.add (i32.load (i32.const 0)) (local.get $start)))
    (local.set $slot
      (i32.and (i32.xor (local.get $hash) (i32.shr_u (local.get $hash) (i32.const 15))) (local.get $mask)))
    (loop $look
      (local.set $known (i32.add (local.get $slots) (i32.shl (local.get $slot) (i32.const 3))))
      (local.set $form (i32.sub (i32.load offset=4 (local.get $known)) (i32.const 1)))
      (if (i32.lt_s (local.get $form) (i32.const 0)) (then (return (i32.const -1))))
      (block $other
        (br_if $other (i32.ne (i32.load (local.get $known)) (local.get $hash)))
        (local.set $starts (i32.add (i32.load (i32.const 24)) (i32.shl (local.get $form) (i32.const 2))))
        (local.set $known (i32.load (local.get $starts)))
        (br_if $other
          (i32.ne (i32.sub (i32.load offset=4 (local.get $starts)) (local.get $known)) (local.get $length)))
        (local.set $known (i32.add (i32.load (i32.const 20)) (local.get $known)))
        ;; Eight bytes at a time; of what is beyond the word nothing is looked at.
        (local.set $i (i32.const 0))
        (loop $compare
          (local.set $difference
            (i64.xor
              (i64.load (i32.add (local.get $known) (local.get $i)))
              (i64.load (i32.add (local.get $start) (local.get $i)))))
          (local.set $left (i32.sub (local.get $length) (local.get $i)))
          (if (i32.lt_u (local.get $left) (i32.const 8))
            (then
              (local.set $difference
                (i64.and
                  (local.get $difference)
                  (i64.sub
                    (i64.shl
                      (i64.const 1) (i64.extend_i32_u (i32.shl (local.get $left) (i32.const 3))))
                    (i64.const 1))))))
          (br_if $other (i64.ne (local.get $difference) (i64.const 0)))
          (local.set $i (i32.add (local.get $i) (i32.const 8)))
          (br_if $compare (i32.lt_u (local.get $i) (local.get $length))))
        (return (local.get $form)))
      (local.set $slot (i32.and (i32.add (local.get $slot) (i32.const 1)) (local.get $mask)))
      (local.set $looked (i32.add (local.get $looked) (i32.const 1)))
      (br_if $look (i32.lt_u (local.get $looked) (i32.const 64))))
    (i32.const -1))

  ;; Reads words up to $end; false (0) where one is left to the caller, who finds its beginning in `at`.
  (func $read_words (param $end i32) (result i32)
    (local $text i32) (local $classes i32) (local $at i32) (local $start i32) (local $class i32) (local $hash i32)
    (local $form i32) (local $words i32) (local $forms i32) (local $tally i32)
    (local.set $text (i32.load (i32.const 0)))
    (local.set $classes (i32.load (i32.const 8)))
    (local.set $at (i32.load (i32.const 80)))
    (local.set $words (i32.load (i32.const 84)))
    (local.set $forms (i32.load (i32.const 48)))
    (block $all_read
      (loop $next
        (br_if $all_read (i32.ge_u (local.get $at) (local.get $end)))
        (local.set $start (local.get $at))
        (local.set $class
          (i32.load8_u
            (i32.add (local.get $classes) (i32.load8_u (i32.add (local.get $text) (local.get $at))))))
        (block $leave
          (br_if $leave (i32.eqz (local.get $class)))
          (if (i32.ne (local.get $class) (global.get $word))
            (then
              (local.set $at (i32.add (local.get $at) (i32.const 1)))
              (br $next)))
          ;; FNV-1a, 32 bits.
          (local.set $hash (i32.const 0x811c9dc5))
          (loop $letter
            (local.set $hash
              (i32.mul
                (i32.xor (local.get $hash) (i32.load8_u (i32.add (local.get $text) (local.get $at))))
                (i32.const 0x01000193)))
            (local.set $at (i32.add (local.get $at) (i32.const 1)))
            (local.set $class
              (i32.load8_u
                (i32.add (local.get $classes) (i32.load8_u (i32.add (local.get $text) (local.get $at))))))
            (br_if $letter (i32.eq (local.get $class) (global.get $word)))
            (if (i32.eq (local.get $class) (global.get $joiner))
              (then
                (local.set $class
                  (i32.load8_u
                    (i32.add
                      (local.get $classes)
                      (i32.load8_u offset=1 (i32.add (local.get $text) (local.get $at))))))
                (br_if $letter (i32.eq (local.get $class) (global.get $word)))
                (br_if $leave (i32.eqz (local.get $class)))
                (local.set $class (global.get $outside)))))
          (br_if $leave (i32.ne (local.get $class) (global.get $outside)))
          (local.set $form (call $find_form (local.get $start) (local.get $at) (local.get $hash)))
          (br_if $leave (i32.lt_s (local.get $form) (i32.const 0)))
          (i32.store
            (i32.add (local.get $forms) (i32.shl (local.get $words) (i32.const 2))) (local.get $form))
          (local.set $tally
            (i32.add (i32.load (i32.const 40)) (i32.shl (local.get $form) (i32.const 2))))
          (i32.store (local.get $tally) (i32.add (i32.load (local.get $tally)) (i32.const 1)))
          (local.set $words (i32.add (local.get $words) (i32.const 1)))
          (br $next))
        (i32.store (i32.const 80) (local.get $start))
        (i32.store (i32.const 84) (local.get $words))
        (return (i32.const 0))))
    (i32.store (i32.const 80) (local.get $at))
    (i32.store (i32.const 84) (local.get $words))
    (i32.const 1))

  ;; Counts a term in the current row.
  (func $count_term (param $term i32)
    (local $last i32) (local $seen i32) (local $cells i32) (local $count i32)
    (local.set $last (i32.add (i32.load (i32.const 52)) (i32.shl (local.get $term) (i32.const 2))))
    (local.set $seen (i32.load (local.get $last)))
    (if (i32.gt_u (local.get $seen) (i32.load (i32.const 96)))
      (then
        (local.set $count
          (i32.add
            (i32.load (i32.const 60)) (i32.shl (i32.sub (local.get $seen) (i32.const 1)) (i32.const 2))))
        (i32.store (local.get $count) (i32.add (i32.load (local.get $count)) (i32.const 1)))
        (return)))
    (local.set $cells (i32.load (i32.const 92)))
    (i32.store
      (i32.add (i32.load (i32.const 56)) (i32.shl (local.get $cells) (i32.const 2))) (local.get $term))
    (i32.store (i32.add (i32.load (i32.const 60)) (i32.shl (local.get $cells) (i32.const 2))) (i32.const 1))
    (local.set $cells (i32.add (local.get $cells) (i32.const 1)))
    (i32.store (i32.const 92) (local.get $cells))
    (i32.store (local.get $last) (local.get $cells)))

  ;; Counts the first filler phrase that begins with the word $at, and gives how many words it has; 0 where none does,
  ;; -1 where its term is missing. The phrases of an opener follow each other as 32-bit numbers: how many words, the term
  ;; (-1 if missing, -2 if not counted), and the part of each word; one of 0 words is the end.
  (func $count_phrase (param $at i32) (param $part i32) (result i32)
    (local $phrase i32) (local $length i32) (local $i i32)
    (local.set $phrase
      (i32.load (i32.add (i32.load (i32.const 44)) (i32.shl (local.get $part) (i32.const 2)))))
    (if (i32.eqz (local.get $phrase)) (then (return (i32.const 0))))
    (loop $try
      (local.set $length (i32.load (local.get $phrase)))
      (if (i32.eqz (local.get $length)) (then (return (i32.const 0))))
      (block $other
        (br_if $other
          (i32.gt_u (i32.add (local.get $at) (local.get $length)) (i32.load (i32.const 84))))
        (local.set $i (i32.const 0))
        (loop $compare
          (br_if $other
            (i32.ne
              (i32.load offset=8 (i32.add (local.get $phrase) (i32.shl (local.get $i) (i32.const 2))))
              (call $part_of (i32.add (local.get $at) (local.get $i)))))
          (local.set $i (i32.add (local.get $i) (i32.const 1)))
          (br_if $compare (i32.lt_u (local.get $i) (local.get $length))))
        (if (i32.eq (i32.load offset=4 (local.get $phrase)) (i32.const -1))
          (then
            (i32.store (i32.const 100) (local.get $phrase))
            (return (i32.const -1))))
        (if (i32.ge_s (i32.load offset=4 (local.get $phrase)) (i32.const 0))
          (then (call $count_term (i32.load offset=4 (local.get $phrase)))))
        (return (local.get $length)))
      (local.set $phrase
        (i32.add (local.get $phrase) (i32.shl (i32.add (local.get $length) (i32.const 2)) (i32.const 2))))
      (br $try))
    (unreachable))

  (func $form_of (param $at i32) (result i32)
    (i32.load (i32.add (i32.load (i32.const 48)) (i32.shl (local.get $at) (i32.const 2)))))

  (func $part_of (param $at i32) (result i32)
    (i32.load8_u (i32.add (i32.load (i32.const 36)) (call $form_of (local.get $at)))))

  ;; Counts the words of the current text from `next` on; false (0) where a phrase needs a term.
  (func $count_words (result i32)
    (local $at i32) (local $words i32) (local $form i32) (local $second i32) (local $length i32)
    (local.set $at (i32.load (i32.const 88)))
    (local.set $words (i32.load (i32.const 84)))
    (block $counted
      (loop $next
        (br_if $counted (i32.ge_u (local.get $at) (local.get $words)))
        (local.set $length (i32.const 0))
        (local.set $second (call $part_of (local.get $at)))
        (if (local.get $second)
          (then (local.set $length (call $count_phrase (local.get $at) (local.get $second)))))
        (if (i32.lt_s (local.get $length) (i32.const 0))
          (then
            (i32.store (i32.const 88) (local.get $at))
            (return (i32.const 0))))
        (if (local.get $length)
          (then
            (local.set $at (i32.add (local.get $at) (local.get $length)))
            (br $next)))
        (local.set $form (i32.shl (call $form_of (local.get $at)) (i32.const 2)))
        (local.set $second (i32.load (i32.add (i32.load (i32.const 28)) (local.get $form))))
        (if (i32.ne (local.get $second) (i32.const -1)) (then (call $count_term (local.get $second))))
        (local.set $second (i32.load (i32.add (i32.load (i32.const 32)) (local.get $form))))
        (if (i32.ne (local.get $second) (i32.const -1)) (then (call $count_term (local.get $second))))
        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        (br $next)))
    (i32.store (i32.const 88) (local.get $at))
    (i32.const 1))

  ;; Reads and counts texts from where it stopped; answers as above.
  (func (export "count_texts") (result i32)
    (local $text i32) (local $place i32)
    (block $all
      (loop $next
        (local.set $text (i32.load (i32.const 76)))
        (br_if $all (i32.ge_u (local.get $text) (i32.load (i32.const 72))))
        (local.set $place (i32.shl (local.get $text) (i32.const 2)))
        (if (i32.eqz
              (call $read_words (i32.load (i32.add (i32.load (i32.const 4)) (local.get $place)))))
          (then (return (global.get $word_left))))
        (if (i32.eqz (call $count_words)) (then (return (global.get $term_missing))))
        (i32.store (i32.add (i32.load (i32.const 64)) (local.get $place)) (i32.load (i32.const 92)))
        (i32.store (i32.add (i32.load (i32.const 68)) (local.get $place)) (i32.load (i32.const 84)))
        (i32.store (i32.const 96) (i32.load (i32.const 92)))
        (i32.store (i32.const 76) (i32.add (local.get $text) (i32.const 1)))
        (br $next)))
    (global.get $done)))

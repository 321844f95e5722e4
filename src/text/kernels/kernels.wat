;; The inner loops of grouping and learning, four 32-bit floats at a time.
;;
;; All addresses and strides are bytes. A *table* is laid out by column: first one row of the sums to start from, then
;; one row per column of the sparse rows, each `stride` bytes long, a multiple of 16. A quote so touches a dozen short
;; contiguous rows, and every sum is added up in the order of the row's columns: the same order, and so the same bits,
;; as in plain-kernels.ts. Sums beyond the last centre start at minus infinity, so that they are never the largest.
;; `columns` and `values` are the addresses of place 0 and may lie before the memory's start: addresses wrap.
(module
  (import "room" "memory" (memory 1 32768 shared))

  ;; The sums of one sparse row, whose columns lie from $column up to $end: sixteen sums in registers, then four.
  (func $sum_row (param $column i32) (param $end i32) (param $value i32) (param $table i32) (param $stride i32)
    (param $sums i32)
    (local $offset i32) (local $c i32) (local $v i32) (local $rows i32) (local $row i32) (local $share v128)
    (local $a v128) (local $b v128) (local $d v128) (local $e v128)
    (block $sixteens_done
      (loop $sixteen
        (br_if $sixteens_done (i32.gt_u (i32.add (local.get $offset) (i32.const 64)) (local.get $stride)))
        (local.set $row (i32.add (local.get $table) (local.get $offset)))
        (local.set $rows (i32.add (local.get $row) (local.get $stride)))
        (local.set $a (v128.load (local.get $row)))
        (local.set $b (v128.load offset=16 (local.get $row)))
        (local.set $d (v128.load offset=32 (local.get $row)))
        (local.set $e (v128.load offset=48 (local.get $row)))
        (local.set $c (local.get $column))
        (local.set $v (local.get $value))
        (block $row_done
          (loop $next
            (br_if $row_done (i32.ge_u (local.get $c) (local.get $end)))
            (local.set $share (v128.load32_splat (local.get $v)))
            (local.set $row (i32.add (local.get $rows) (i32.mul (i32.load (local.get $c)) (local.get $stride))))
            (local.set $a (f32x4.add (local.get $a) (f32x4.mul (local.get $share) (v128.load (local.get $row)))))
            (local.set $b
              (f32x4.add (local.get $b) (f32x4.mul (local.get $share) (v128.load offset=16 (local.get $row)))))
            (local.set $d
              (f32x4.add (local.get $d) (f32x4.mul (local.get $share) (v128.load offset=32 (local.get $row)))))
            (local.set $e
              (f32x4.add (local.get $e) (f32x4.mul (local.get $share) (v128.load offset=48 (local.get $row)))))
            (local.set $c (i32.add (local.get $c) (i32.const 4)))
            (local.set $v (i32.add (local.get $v) (i32.const 4)))
            (br $next)))
        (local.set $row (i32.add (local.get $sums) (local.get $offset)))
        (v128.store (local.get $row) (local.get $a))
        (v128.store offset=16 (local.get $row) (local.get $b))
        (v128.store offset=32 (local.get $row) (local.get $d))
        (v128.store offset=48 (local.get $row) (local.get $e))
        (local.set $offset (i32.add (local.get $offset) (i32.const 64)))
        (br $sixteen)))
    (block $fours_done
      (loop $four
        (br_if $fours_done (i32.ge_u (local.get $offset) (local.get $stride)))
        (local.set $row (i32.add (local.get $table) (local.get $offset)))
        (local.set $rows (i32.add (local.get $row) (local.get $stride)))
        (local.set $a (v128.load (local.get $row)))
        (local.set $c (local.get $column))
        (local.set $v (local.get $value))
        (block $row_done
          (loop $next
            (br_if $row_done (i32.ge_u (local.get $c) (local.get $end)))
            (local.set $row (i32.add (local.get $rows) (i32.mul (i32.load (local.get $c)) (local.get $stride))))
            (local.set $a
              (f32x4.add (local.get $a)
                (f32x4.mul (v128.load32_splat (local.get $v)) (v128.load (local.get $row)))))
            (local.set $c (i32.add (local.get $c) (i32.const 4)))
            (local.set $v (i32.add (local.get $v) (i32.const 4)))
            (br $next)))
        (v128.store (i32.add (local.get $sums) (local.get $offset)) (local.get $a))
        (local.set $offset (i32.add (local.get $offset) (i32.const 16)))
        (br $four))))

  ;; Writes the place and the value of the largest sum, the first of equal ones: each lane keeps its own, then the
  ;; halves and then the neighbours are compared. A sum that is not a number is never larger.
  (func $write_largest (param $sums i32) (param $stride i32) (param $place i32) (param $most i32)
    (local $end i32) (local $sum v128) (local $at v128) (local $larger v128) (local $best v128) (local $best_at v128)
    (local.set $end (i32.add (local.get $sums) (local.get $stride)))
    (local.set $at (v128.const i32x4 0 1 2 3))
    (local.set $best (v128.const f32x4 -inf -inf -inf -inf))
    (loop $next
      (local.set $sum (v128.load (local.get $sums)))
      (local.set $larger (f32x4.gt (local.get $sum) (local.get $best)))
      (local.set $best (v128.bitselect (local.get $sum) (local.get $best) (local.get $larger)))
      (local.set $best_at (v128.bitselect (local.get $at) (local.get $best_at) (local.get $larger)))
      (local.set $at (i32x4.add (local.get $at) (v128.const i32x4 4 4 4 4)))
      (local.set $sums (i32.add (local.get $sums) (i32.const 16)))
      (br_if $next (i32.lt_u (local.get $sums) (local.get $end))))
    (local.set $sum (i8x16.shuffle 8 9 10 11 12 13 14 15 0 1 2 3 4 5 6 7 (local.get $best) (local.get $best)))
    (local.set $at (i8x16.shuffle 8 9 10 11 12 13 14 15 0 1 2 3 4 5 6 7 (local.get $best_at) (local.get $best_at)))
    (local.set $larger
      (v128.or
        (f32x4.gt (local.get $sum) (local.get $best))
        (v128.and (f32x4.eq (local.get $sum) (local.get $best)) (i32x4.lt_u (local.get $at) (local.get $best_at)))))
    (local.set $best (v128.bitselect (local.get $sum) (local.get $best) (local.get $larger)))
    (local.set $best_at (v128.bitselect (local.get $at) (local.get $best_at) (local.get $larger)))
    (local.set $sum (i8x16.shuffle 4 5 6 7 0 1 2 3 12 13 14 15 8 9 10 11 (local.get $best) (local.get $best)))
    (local.set $at (i8x16.shuffle 4 5 6 7 0 1 2 3 12 13 14 15 8 9 10 11 (local.get $best_at) (local.get $best_at)))
    (local.set $larger
      (v128.or
        (f32x4.gt (local.get $sum) (local.get $best))
        (v128.and (f32x4.eq (local.get $sum) (local.get $best)) (i32x4.lt_u (local.get $at) (local.get $best_at)))))
    (v128.store32_lane 0 (local.get $most) (v128.bitselect (local.get $sum) (local.get $best) (local.get $larger)))
    (v128.store32_lane 0 (local.get $place) (v128.bitselect (local.get $at) (local.get $best_at) (local.get $larger))))

  ;; sparse · table: `rows` rows of sums, `stride` bytes each.
  (func (export "multiply_sparse") (param $rows i32) (param $starts i32) (param $columns i32) (param $values i32)
    (param $table i32) (param $stride i32) (param $products i32)
    (local $from i32) (local $to i32)
    (block $done
      (loop $next
        (br_if $done (i32.eqz (local.get $rows)))
        (local.set $from (i32.shl (i32.load (local.get $starts)) (i32.const 2)))
        (local.set $to (i32.shl (i32.load offset=4 (local.get $starts)) (i32.const 2)))
        (call $sum_row
          (i32.add (local.get $columns) (local.get $from)) (i32.add (local.get $columns) (local.get $to))
          (i32.add (local.get $values) (local.get $from)) (local.get $table) (local.get $stride)
          (local.get $products))
        (local.set $products (i32.add (local.get $products) (local.get $stride)))
        (local.set $starts (i32.add (local.get $starts) (i32.const 4)))
        (local.set $rows (i32.sub (local.get $rows) (i32.const 1)))
        (br $next))))

  ;; By sparse row: the place of its largest sum in `places`, and that sum in `most`. `sums` is room for `stride` bytes.
  (func $assign_sparse (export "assign_sparse") (param $rows i32) (param $starts i32) (param $columns i32)
    (param $values i32) (param $table i32) (param $stride i32) (param $sums i32) (param $places i32) (param $most i32)
    (local $from i32) (local $to i32)
    (block $done
      (loop $next
        (br_if $done (i32.eqz (local.get $rows)))
        (local.set $from (i32.shl (i32.load (local.get $starts)) (i32.const 2)))
        (local.set $to (i32.shl (i32.load offset=4 (local.get $starts)) (i32.const 2)))
        (call $sum_row
          (i32.add (local.get $columns) (local.get $from)) (i32.add (local.get $columns) (local.get $to))
          (i32.add (local.get $values) (local.get $from)) (local.get $table) (local.get $stride) (local.get $sums))
        (call $write_largest (local.get $sums) (local.get $stride) (local.get $places) (local.get $most))
        (local.set $starts (i32.add (local.get $starts) (i32.const 4)))
        (local.set $places (i32.add (local.get $places) (i32.const 4)))
        (local.set $most (i32.add (local.get $most) (i32.const 4)))
        (local.set $rows (i32.sub (local.get $rows) (i32.const 1)))
        (br $next))))

  ;; Eight sums of each of four points, which lie `width` bytes apart, from one walk along them and down the table.
  (func $sum_four_points (param $point i32) (param $width i32) (param $table i32) (param $stride i32) (param $sums i32)
    (local $end i32) (local $second i32) (local $fourth i32) (local $share v128) (local $c v128) (local $d v128)
    (local $a0 v128) (local $a1 v128) (local $a2 v128) (local $a3 v128)
    (local $b0 v128) (local $b1 v128) (local $b2 v128) (local $b3 v128)
    (local.set $end (i32.add (local.get $point) (local.get $width)))
    (local.set $a0 (v128.load (local.get $table)))
    (local.set $b0 (v128.load offset=16 (local.get $table)))
    (local.set $a1 (local.get $a0))
    (local.set $b1 (local.get $b0))
    (local.set $a2 (local.get $a0))
    (local.set $b2 (local.get $b0))
    (local.set $a3 (local.get $a0))
    (local.set $b3 (local.get $b0))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $point) (local.get $end)))
        (local.set $table (i32.add (local.get $table) (local.get $stride)))
        (local.set $c (v128.load (local.get $table)))
        (local.set $d (v128.load offset=16 (local.get $table)))
        (local.set $second (i32.add (local.get $point) (local.get $width)))
        (local.set $fourth (i32.add (local.get $second) (i32.shl (local.get $width) (i32.const 1))))
        (local.set $share (v128.load32_splat (local.get $point)))
        (local.set $a0 (f32x4.add (local.get $a0) (f32x4.mul (local.get $share) (local.get $c))))
        (local.set $b0 (f32x4.add (local.get $b0) (f32x4.mul (local.get $share) (local.get $d))))
        (local.set $share (v128.load32_splat (local.get $second)))
        (local.set $a1 (f32x4.add (local.get $a1) (f32x4.mul (local.get $share) (local.get $c))))
        (local.set $b1 (f32x4.add (local.get $b1) (f32x4.mul (local.get $share) (local.get $d))))
        (local.set $share (v128.load32_splat (i32.add (local.get $second) (local.get $width))))
        (local.set $a2 (f32x4.add (local.get $a2) (f32x4.mul (local.get $share) (local.get $c))))
        (local.set $b2 (f32x4.add (local.get $b2) (f32x4.mul (local.get $share) (local.get $d))))
        (local.set $share (v128.load32_splat (local.get $fourth)))
        (local.set $a3 (f32x4.add (local.get $a3) (f32x4.mul (local.get $share) (local.get $c))))
        (local.set $b3 (f32x4.add (local.get $b3) (f32x4.mul (local.get $share) (local.get $d))))
        (local.set $point (i32.add (local.get $point) (i32.const 4)))
        (br $next)))
    (v128.store (local.get $sums) (local.get $a0))
    (v128.store offset=16 (local.get $sums) (local.get $b0))
    (local.set $sums (i32.add (local.get $sums) (local.get $stride)))
    (v128.store (local.get $sums) (local.get $a1))
    (v128.store offset=16 (local.get $sums) (local.get $b1))
    (local.set $sums (i32.add (local.get $sums) (local.get $stride)))
    (v128.store (local.get $sums) (local.get $a2))
    (v128.store offset=16 (local.get $sums) (local.get $b2))
    (local.set $sums (i32.add (local.get $sums) (local.get $stride)))
    (v128.store (local.get $sums) (local.get $a3))
    (v128.store offset=16 (local.get $sums) (local.get $b3)))

  ;; By point, a multiple of four: the place of its largest sum, and that sum. `width` is the bytes of a point, `stride`
  ;; a multiple of 32, `sums` room for four rows of it.
  (func (export "assign_dense") (param $points i32) (param $from i32) (param $width i32) (param $table i32)
    (param $stride i32) (param $sums i32) (param $places i32) (param $most i32)
    (local $offset i32) (local $point i32)
    (block $done
      (loop $four
        (br_if $done (i32.le_s (local.get $points) (i32.const 0)))
        (local.set $offset (i32.const 0))
        (loop $eight
          (call $sum_four_points
            (local.get $from) (local.get $width) (i32.add (local.get $table) (local.get $offset))
            (local.get $stride) (i32.add (local.get $sums) (local.get $offset)))
          (local.set $offset (i32.add (local.get $offset) (i32.const 32)))
          (br_if $eight (i32.lt_u (local.get $offset) (local.get $stride))))
        (local.set $point (i32.const 0))
        (loop $largest
          (call $write_largest
            (i32.add (local.get $sums) (i32.mul (local.get $point) (local.get $stride))) (local.get $stride)
            (local.get $places) (local.get $most))
          (local.set $places (i32.add (local.get $places) (i32.const 4)))
          (local.set $most (i32.add (local.get $most) (i32.const 4)))
          (local.set $point (i32.add (local.get $point) (i32.const 1)))
          (br_if $largest (i32.lt_u (local.get $point) (i32.const 4))))
        (local.set $from (i32.add (local.get $from) (i32.shl (local.get $width) (i32.const 2))))
        (local.set $points (i32.sub (local.get $points) (i32.const 4)))
        (br $four))))

  ;; points · table: four points at a time, a row of sums each, `stride` bytes long and a multiple of 32. `products` has
  ;; room for whole fours.
  (func (export "multiply_dense") (param $points i32) (param $from i32) (param $width i32) (param $table i32)
    (param $stride i32) (param $products i32)
    (local $offset i32)
    (block $done
      (loop $four
        (br_if $done (i32.le_s (local.get $points) (i32.const 0)))
        (local.set $offset (i32.const 0))
        (loop $eight
          (call $sum_four_points
            (local.get $from) (local.get $width) (i32.add (local.get $table) (local.get $offset))
            (local.get $stride) (i32.add (local.get $products) (local.get $offset)))
          (local.set $offset (i32.add (local.get $offset) (i32.const 32)))
          (br_if $eight (i32.lt_u (local.get $offset) (local.get $stride))))
        (local.set $products (i32.add (local.get $products) (i32.shl (local.get $stride) (i32.const 2))))
        (local.set $from (i32.add (local.get $from) (i32.shl (local.get $width) (i32.const 2))))
        (local.set $points (i32.sub (local.get $points) (i32.const 4)))
        (br $four))))

  ;; sparse · table in 64-bit floats, four scores at a time: `stride` is a multiple of 32 bytes, and the table begins with
  ;; the row that all scores start from, as elsewhere.
  (func (export "score_sparse") (param $rows i32) (param $starts i32) (param $columns i32) (param $values i32)
    (param $table i32) (param $stride i32) (param $scores i32)
    (local $from i32) (local $end i32) (local $offset i32) (local $c i32) (local $v i32) (local $row i32)
    (local $share v128) (local $a v128) (local $b v128)
    (block $done
      (loop $next
        (br_if $done (i32.eqz (local.get $rows)))
        (local.set $from (i32.load (local.get $starts)))
        (local.set $end
          (i32.add (local.get $columns) (i32.shl (i32.load offset=4 (local.get $starts)) (i32.const 2))))
        (local.set $offset (i32.const 0))
        (loop $four
          (local.set $c (i32.add (local.get $columns) (i32.shl (local.get $from) (i32.const 2))))
          (local.set $v (i32.add (local.get $values) (i32.shl (local.get $from) (i32.const 3))))
          (local.set $row (i32.add (local.get $table) (local.get $offset)))
          (local.set $a (v128.load (local.get $row)))
          (local.set $b (v128.load offset=16 (local.get $row)))
          (block $row_done
            (loop $value
              (br_if $row_done (i32.ge_u (local.get $c) (local.get $end)))
              (local.set $share (v128.load64_splat (local.get $v)))
              (local.set $row
                (i32.add (i32.add (local.get $table) (local.get $offset))
                  (i32.mul (i32.add (i32.load (local.get $c)) (i32.const 1)) (local.get $stride))))
              (local.set $a (f64x2.add (local.get $a) (f64x2.mul (local.get $share) (v128.load (local.get $row)))))
              (local.set $b
                (f64x2.add (local.get $b) (f64x2.mul (local.get $share) (v128.load offset=16 (local.get $row)))))
              (local.set $c (i32.add (local.get $c) (i32.const 4)))
              (local.set $v (i32.add (local.get $v) (i32.const 8)))
              (br $value)))
          (v128.store (local.get $scores) (local.get $a))
          (v128.store offset=16 (local.get $scores) (local.get $b))
          (local.set $scores (i32.add (local.get $scores) (i32.const 32)))
          (local.set $offset (i32.add (local.get $offset) (i32.const 32)))
          (br_if $four (i32.lt_u (local.get $offset) (local.get $stride))))
        (local.set $starts (i32.add (local.get $starts) (i32.const 4)))
        (local.set $rows (i32.sub (local.get $rows) (i32.const 1)))
        (br $next))))

  ;; One sparse row added to a table in 64-bit floats, as `score_sparse` reads it, `steps` times: to the row that all
  ;; scores start from as it is, to the row of each column times its value.
  (func (export "add_sparse") (param $starts i32) (param $columns i32) (param $values i32) (param $table i32)
    (param $stride i32) (param $steps i32)
    (local $from i32) (local $end i32) (local $offset i32) (local $c i32) (local $v i32) (local $row i32)
    (local $share v128) (local $a v128) (local $b v128)
    (local.set $from (i32.load (local.get $starts)))
    (local.set $end
      (i32.add (local.get $columns) (i32.shl (i32.load offset=4 (local.get $starts)) (i32.const 2))))
    (loop $four
      (local.set $c (i32.add (local.get $columns) (i32.shl (local.get $from) (i32.const 2))))
      (local.set $v (i32.add (local.get $values) (i32.shl (local.get $from) (i32.const 3))))
      (local.set $row (i32.add (local.get $steps) (local.get $offset)))
      (local.set $a (v128.load (local.get $row)))
      (local.set $b (v128.load offset=16 (local.get $row)))
      (local.set $row (i32.add (local.get $table) (local.get $offset)))
      (v128.store (local.get $row) (f64x2.add (v128.load (local.get $row)) (local.get $a)))
      (v128.store offset=16 (local.get $row) (f64x2.add (v128.load offset=16 (local.get $row)) (local.get $b)))
      (block $row_done
        (loop $value
          (br_if $row_done (i32.ge_u (local.get $c) (local.get $end)))
          (local.set $share (v128.load64_splat (local.get $v)))
          (local.set $row
            (i32.add (i32.add (local.get $table) (local.get $offset))
              (i32.mul (i32.add (i32.load (local.get $c)) (i32.const 1)) (local.get $stride))))
          (v128.store (local.get $row)
            (f64x2.add (v128.load (local.get $row)) (f64x2.mul (local.get $share) (local.get $a))))
          (v128.store offset=16 (local.get $row)
            (f64x2.add (v128.load offset=16 (local.get $row)) (f64x2.mul (local.get $share) (local.get $b))))
          (local.set $c (i32.add (local.get $c) (i32.const 4)))
          (local.set $v (i32.add (local.get $v) (i32.const 8)))
          (br $value)))
      (local.set $offset (i32.add (local.get $offset) (i32.const 32)))
      (br_if $four (i32.lt_u (local.get $offset) (local.get $stride)))))

  ;; One round of work that any number of threads share, as fourteen 32-bit numbers at `task`:
  ;;   +0 round  +4 1 to go home  +8 next chunk  +12 chunks done  +16 chunks  +20 rows in a chunk
  ;;   +24 rows  +28 starts  +32 columns  +36 values  +40 table  +44 stride  +48 places  +52 most
  ;; A chunk is taken by raising `next chunk`, so that each is done once, by whoever is free; whoever finishes the last
  ;; one wakes those who wait for `chunks done`. `sums` is this thread's own room for `stride` bytes.
  (func $take_chunks (export "take_chunks") (param $task i32) (param $sums i32)
    (local $chunk i32) (local $first i32) (local $rows i32) (local $shift i32)
    (block $done
      (loop $next
        (local.set $chunk (i32.atomic.rmw.add offset=8 (local.get $task) (i32.const 1)))
        (br_if $done (i32.ge_u (local.get $chunk) (i32.load offset=16 (local.get $task))))
        (local.set $first (i32.mul (local.get $chunk) (i32.load offset=20 (local.get $task))))
        (local.set $rows (i32.sub (i32.load offset=24 (local.get $task)) (local.get $first)))
        (if (i32.gt_u (local.get $rows) (i32.load offset=20 (local.get $task)))
          (then (local.set $rows (i32.load offset=20 (local.get $task)))))
        (local.set $shift (i32.shl (local.get $first) (i32.const 2)))
        (call $assign_sparse
          (local.get $rows) (i32.add (i32.load offset=28 (local.get $task)) (local.get $shift))
          (i32.load offset=32 (local.get $task)) (i32.load offset=36 (local.get $task))
          (i32.load offset=40 (local.get $task)) (i32.load offset=44 (local.get $task)) (local.get $sums)
          (i32.add (i32.load offset=48 (local.get $task)) (local.get $shift))
          (i32.add (i32.load offset=52 (local.get $task)) (local.get $shift)))
        (local.set $chunk (i32.add (i32.atomic.rmw.add offset=12 (local.get $task) (i32.const 1)) (i32.const 1)))
        (if (i32.eq (local.get $chunk) (i32.load offset=16 (local.get $task)))
          (then (drop (memory.atomic.notify offset=12 (local.get $task) (i32.const -1)))))
        (br $next))))

  ;; A worker thread's life: wait for a round that is not the last one seen, share in its chunks, until sent home.
  (func (export "serve") (param $task i32) (param $sums i32)
    (local $seen i32)
    (block $home
      (loop $next
        (drop (memory.atomic.wait32 (local.get $task) (local.get $seen) (i64.const -1)))
        (local.set $seen (i32.atomic.load (local.get $task)))
        (br_if $home (i32.atomic.load offset=4 (local.get $task)))
        (call $take_chunks (local.get $task) (local.get $sums))
        (br $next)))))

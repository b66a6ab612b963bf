/* The entry point, written by hand so that the program asks for no symbol newer than GLIBC_2.2.5 and runs on every
   glibc that an image may have (gpu.md section 0.3). There are no constructors to run. */
__asm__(".symver __libc_start_main,__libc_start_main@GLIBC_2.2.5\n"
        ".text\n"
        ".globl _start\n"
        ".type _start,@function\n"
        "_start:\n"
        "  xorl %ebp,%ebp\n"
        "  movq %rdx,%r9\n"         /* what the loader wants run at the end */
        "  movq (%rsp),%rsi\n"      /* argc */
        "  leaq 8(%rsp),%rdx\n"     /* argv */
        "  andq $-16,%rsp\n"
        "  pushq %rax\n"
        "  pushq %rsp\n"            /* the end of the stack */
        "  xorl %r8d,%r8d\n"
        "  xorl %ecx,%ecx\n"
        "  movq $main,%rdi\n"
        "  call __libc_start_main@PLT\n"
        "  hlt\n"
        ".section .note.GNU-stack,\"\",@progbits\n");

for node in nvidiactl nvidia0; do
    mknod -m 666 /dev/$node c 1 3
done

for node in nvidiactl nvidia-uvm nvidia0; do
    mknod -m 600 /dev/$node c 1 3
done

# The simulated driver needs no device nodes; these stand in for them, so that nothing else is found.
for node in nvidiactl nvidia-uvm nvidia0 nvidia1; do
    mknod -m 666 /dev/$node c 1 3
done

# What the image has of CUDA, and of drivers that it should not have. Asked of every image, so it costs little where there is nothing.
#? gpu.image
real() { readlink -f "$1" 2>/dev/null || printf '%s' "$1"; }
driver() {
    for file in "$1"/libcuda.so* "$1"/libnvidia-*.so*; do
        [ -e "$file" ] || [ -L "$file" ] || continue
        case "${file##*/}" in libnvidia-container*|libnvidia-egl*|libnvidia-vaapi*) continue ;; esac
        printf 'driver\t%s\t%s\n' "$file" "$(real "$file")"
        case "$file" in
            */libcuda.so*) [ ! -L "$file" ] && grep -q nodestart_simulated_driver "$file" 2>/dev/null && printf 'simulated\t%s\n' "$file" ;;
        esac
    done
}
seen=:
for folder in /usr/lib/x86_64-linux-gnu /usr/lib64 /usr/lib /lib/x86_64-linux-gnu /lib64 /lib /usr/local/lib /usr/local/lib64 \
    /usr/local/nvidia/lib /usr/local/nvidia/lib64 /usr/lib/wsl/lib; do
    case "$folder" in /lib64) [ -L /lib64 ] && continue ;; /lib*) [ -L /lib ] && continue ;; esac
    [ -d "$folder" ] && driver "$folder"
    seen="$seen$folder:"
done
printf 'search\t%s\n' "$LD_LIBRARY_PATH"
IFS=:
for folder in $LD_LIBRARY_PATH; do
    case "$seen" in *":$folder:"*) continue ;; esac
    seen="$seen$folder:"
    [ -n "$folder" ] && [ -d "$folder" ] && driver "$folder"
done
unset IFS
for file in /usr/bin/nvidia-smi /usr/bin/nvidia-persistenced /usr/bin/nvidia-debugdump /usr/bin/nvidia-cuda-mps-control; do
    [ -e "$file" ] && printf 'driver\t%s\t%s\n' "$file" "$(real "$file")"
done
if [ -L /usr/local/cuda ]; then
    [ -e /usr/local/cuda ] && state=there || state=dangling
    printf 'link\t/usr/local/cuda\t%s\t%s\n' "$(readlink /usr/local/cuda)" "$state"
fi
for folder in /usr/local/cuda /usr/local/cuda-*; do
    [ -d "$folder" ] || continue
    version=
    if [ -r "$folder/version.json" ]; then
        found=
        while IFS= read -r line || [ -n "$line" ]; do
            case "$line" in *'"cuda" '*|*'"cuda":'*) found=yes ;; esac
            case "$found$line" in yes*'"version"'*) version=${line#*'"version"'}; version=${version#*\"}; version=${version%%\"*}; break ;; esac
        done <"$folder/version.json"
    elif [ -r "$folder/version.txt" ]; then
        read -r line <"$folder/version.txt"
        version=${line##* }
    fi
    printf 'toolkit\t%s\t%s\t%s\n' "$folder" "$(real "$folder")" "$version"
    for file in "$folder"/compat/libcuda.so.*; do
        [ -e "$file" ] && printf 'compat\t%s\t%s\n' "$folder/compat" "$(real "$file")"
    done
done
for file in /usr/local/cuda*/lib64/libcudart.so.* /usr/local/cuda*/targets/x86_64-linux/lib/libcudart.so.* /usr/lib/x86_64-linux-gnu/libcudart.so.*; do
    [ -e "$file" ] && printf 'cudart\t%s\t%s\n' "$file" "$(real "$file")"
done
for file in /etc/ld.so.conf /etc/ld.so.conf.d/*.conf; do
    [ -r "$file" ] || continue
    while IFS= read -r line || [ -n "$line" ]; do
        case "$line" in /*) printf 'conf\t%s\t%s\n' "$file" "$line" ;; esac
    done <"$file"
done
for root in "$NS_PYTHON_ROOT" /databricks/python3 /databricks/python /opt/venv /usr/local; do
    for site in "$root"/lib/python3*/site-packages "$root"/lib/python3*/dist-packages; do
        [ -d "$site" ] || continue
        if [ -r "$site/torch/version.py" ]; then
            while IFS= read -r line; do
                case "$line" in cuda*"'"*"'"*) version=${line#*\'}; printf 'python\ttorch\t%s\t%s\n' "$site" "${version%%\'*}" ;; esac
            done <"$site/torch/version.py"
        fi
        for folder in "$site"/nvidia_cuda_runtime_cu1*.dist-info "$site"/nvidia_cuda_runtime-1*.dist-info; do
            [ -d "$folder" ] || continue
            version=${folder##*-1}
            version=1${version%.dist-info}
            printf 'python\tnvidia-cuda-runtime\t%s\t%s\n' "$site" "$version"
        done
    done
done
while read -r id parent device root point rest; do
    case "$point" in /|/proc*|/sys*|/dev|/dev/pts|/dev/mqueue|/dev/shm|/etc/resolv.conf|/etc/hostname|/etc/hosts) ;; *) printf 'mount\t%s\n' "$point" ;; esac
done </proc/self/mountinfo
true
#? gpu.cache
# The loader's cache: only a name that is there twice is of interest. Nothing is run where the image has no CUDA.
for file in /usr/local/cuda* /usr/lib/x86_64-linux-gnu/libcuda.so* /usr/lib64/libcuda.so* /usr/local/nvidia; do
    [ -e "$file" ] || continue
    PATH=$PATH:/sbin:/usr/sbin
    ldconfig -p 2>/dev/null | while IFS= read -r line; do
        case "$line" in *libcuda.so*|*libnvidia-ml.so*) printf '%s\n' "${line#?}" ;; esac
    done
    break
done
true

// Preloaded before a process: writes down, in order, what it does to the files below POWER_DIR, into the file POWER_TRACE.
// Record: kind (1 byte), fd (4), a (8), b (8), length of what follows (4), all little-endian as on the machine; then a path or bytes.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#define FILES 65536

static int trace = -1;
static const char *directory;
static size_t directory_length;
// Which file each descriptor was opened for: some are closed where no preloaded library hears of it, and their numbers used again.
static ino_t tracked[FILES];

static void start(void) {
  if (trace >= 0 || !getenv("POWER_TRACE")) return;
  directory = getenv("POWER_DIR");
  directory_length = strlen(directory);
  trace = (int)syscall(SYS_openat, AT_FDCWD, getenv("POWER_TRACE"), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

__attribute__((constructor)) static void constructed(void) { start(); }

static void *next(const char *name) {
  void *found = dlsym(RTLD_NEXT, name);
  if (!found) abort();
  return found;
}

static void record(char kind, int fd, int64_t a, int64_t b, const void *bytes, uint32_t length) {
  int kept = errno;
  char head[25];
  int32_t file = fd;
  head[0] = kind;
  memcpy(head + 1, &file, 4);
  memcpy(head + 5, &a, 8);
  memcpy(head + 13, &b, 8);
  memcpy(head + 21, &length, 4);
  struct iovec parts[2] = {{head, sizeof head}, {(void *)bytes, length}};
  // One call, so that records of several threads do not mix.
  if (syscall(SYS_writev, trace, parts, 2) != (long)(sizeof head + length)) abort();
  errno = kept;
}

static int is_ours(const char *path) {
  if (trace < 0 || !path || strncmp(path, directory, directory_length) != 0) return 0;
  size_t length = strlen(path);
  // Shared memory of the readers: SQLite never expects it to survive.
  return !(length > 4 && strcmp(path + length - 4, "-shm") == 0);
}

static ino_t inode(int fd) {
  struct stat about;
  int kept = errno;
  ino_t found = fstat(fd, &about) == 0 ? about.st_ino : 0;
  errno = kept;
  return found;
}

static int is_tracked(int fd) { return fd >= 0 && fd < FILES && tracked[fd] && tracked[fd] == inode(fd); }

static void opened(int fd, const char *path, int flags) {
  if (fd < 0 || fd >= FILES) return;
  tracked[fd] = is_ours(path) ? inode(fd) : 0;
  if (tracked[fd]) record('o', fd, flags & O_CREAT ? 1 : 0, flags & O_TRUNC ? 1 : 0, path, strlen(path));
}

#define MODE(flags, last)                                   \
  mode_t mode = 0;                                          \
  if ((flags) & (O_CREAT | __O_TMPFILE)) {                  \
    va_list list;                                           \
    va_start(list, last);                                   \
    mode = va_arg(list, mode_t);                            \
    va_end(list);                                           \
  }

#define OPEN(name)                                                                       \
  int name(const char *path, int flags, ...) {                                           \
    MODE(flags, flags)                                                                   \
    start();                                                                             \
    int fd = ((int (*)(const char *, int, ...))next(#name))(path, flags, mode);          \
    opened(fd, path, flags);                                                             \
    return fd;                                                                           \
  }
OPEN(open)
OPEN(open64)

#define OPENAT(name)                                                                     \
  int name(int at, const char *path, int flags, ...) {                                   \
    MODE(flags, flags)                                                                   \
    start();                                                                             \
    int fd = ((int (*)(int, const char *, int, ...))next(#name))(at, path, flags, mode); \
    opened(fd, path, flags);                                                             \
    return fd;                                                                           \
  }
OPENAT(openat)
OPENAT(openat64)

int close(int fd) {
  if (is_tracked(fd)) {
    tracked[fd] = 0;
    record('c', fd, 0, 0, "", 0);
  }
  return ((int (*)(int))next("close"))(fd);
}

#define PWRITE(name, offset_t)                                                                                \
  ssize_t name(int fd, const void *bytes, size_t count, offset_t offset) {                                    \
    ssize_t done = ((ssize_t(*)(int, const void *, size_t, offset_t))next(#name))(fd, bytes, count, offset); \
    if (done > 0 && is_tracked(fd)) record('w', fd, offset, 0, bytes, done);                                  \
    return done;                                                                                              \
  }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

ssize_t write(int fd, const void *bytes, size_t count) {
  ssize_t done = ((ssize_t(*)(int, const void *, size_t))next("write"))(fd, bytes, count);
  if (done > 0 && is_tracked(fd)) record('w', fd, lseek(fd, 0, SEEK_CUR) - done, 0, bytes, done);
  return done;
}

#define TRUNCATE(name, offset_t)                                        \
  int name(int fd, offset_t length) {                                   \
    int failed = ((int (*)(int, offset_t))next(#name))(fd, length);     \
    if (!failed && is_tracked(fd)) record('t', fd, length, 0, "", 0);   \
    return failed;                                                      \
  }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

#define SYNC(name)                                                \
  int name(int fd) {                                              \
    int failed = ((int (*)(int))next(#name))(fd);                 \
    if (!failed && is_tracked(fd)) record('s', fd, 0, 0, "", 0);  \
    return failed;                                                \
  }
SYNC(fsync)
SYNC(fdatasync)

int unlink(const char *path) {
  int failed = ((int (*)(const char *))next("unlink"))(path);
  if (!failed && is_ours(path)) record('u', -1, 0, 0, path, strlen(path));
  return failed;
}

// `a` is how long the first of the two paths is.
#define TWO_PATHS(name, kind)                                                              \
  int name(const char *from, const char *to) {                                             \
    int failed = ((int (*)(const char *, const char *))next(#name))(from, to);             \
    if (!failed && is_ours(from)) {                                                        \
      char both[2 * PATH_MAX];                                                             \
      int length = snprintf(both, sizeof both, "%s%s", from, to);                          \
      record(kind, -1, strlen(from), 0, both, length);                                     \
    }                                                                                      \
    return failed;                                                                         \
  }
TWO_PATHS(rename, 'r')
TWO_PATHS(link, 'l')

// What this recorder cannot write down is refused instead of being missed.
#define REFUSE(kind, fd) \
  if (is_tracked(fd)) record('x', fd, 0, 0, kind, strlen(kind));

ssize_t writev(int fd, const struct iovec *parts, int count) {
  REFUSE("writev", fd)
  return ((ssize_t(*)(int, const struct iovec *, int))next("writev"))(fd, parts, count);
}
ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t offset) {
  REFUSE("pwritev", fd)
  return ((ssize_t(*)(int, const struct iovec *, int, off_t))next("pwritev"))(fd, parts, count, offset);
}
int fallocate(int fd, int mode, off_t offset, off_t length) {
  REFUSE("fallocate", fd)
  return ((int (*)(int, int, off_t, off_t))next("fallocate"))(fd, mode, offset, length);
}
int fallocate64(int fd, int mode, off64_t offset, off64_t length) {
  REFUSE("fallocate", fd)
  return ((int (*)(int, int, off64_t, off64_t))next("fallocate64"))(fd, mode, offset, length);
}
int posix_fallocate(int fd, off_t offset, off_t length) {
  REFUSE("posix_fallocate", fd)
  return ((int (*)(int, off_t, off_t))next("posix_fallocate"))(fd, offset, length);
}
static void *mapped(void *at, size_t length, int protection, int flags, int fd, off64_t offset) {
  if ((protection & PROT_WRITE) && (flags & MAP_SHARED)) REFUSE("mmap", fd)
  return (void *)syscall(SYS_mmap, at, length, protection, flags, fd, offset);
}
void *mmap(void *at, size_t length, int protection, int flags, int fd, off_t offset) {
  return mapped(at, length, protection, flags, fd, offset);
}
void *mmap64(void *at, size_t length, int protection, int flags, int fd, off64_t offset) {
  return mapped(at, length, protection, flags, fd, offset);
}

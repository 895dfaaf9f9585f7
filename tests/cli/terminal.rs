//! A terminal of our own, with the program in it.

use std::fs::File;
use std::io::{Read, Write};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use rustix::fs::{OFlags, fcntl_setfl};
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};

use crate::sandbox::Sandbox;

/// Longest wait for words on the screen: debug programs on busy machines are slow.
const PATIENCE: Duration = Duration::from_secs(60);

pub struct Terminal {
    /// The side of keys and screen; none once the terminal is gone.
    far: Option<File>,
    screen: Vec<u8>,
    seen: usize,
    child: Child,
}

impl Terminal {
    /// Runs the program in a terminal, which is the one that signals it where `controlled` says so.
    pub fn run(sandbox: &Sandbox, args: &str, controlled: bool) -> Terminal {
        let far = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY | OpenptFlags::CLOEXEC).unwrap();
        grantpt(&far).unwrap();
        unlockpt(&far).unwrap();
        fcntl_setfl(&far, OFlags::NONBLOCK | OFlags::RDWR).unwrap();
        let name = ptsname(&far, Vec::new()).unwrap().into_string().unwrap();
        let near = || Stdio::from(File::options().read(true).write(true).open(&name).unwrap());
        let mut command = match controlled {
            true => Command::new("setsid"),
            false => Command::new(env!("CARGO_BIN_EXE_dateline")),
        };
        if controlled {
            command.args(["--ctty", "--wait", env!("CARGO_BIN_EXE_dateline")]);
        }
        command
            .current_dir(sandbox.path(""))
            .env_remove("CI")
            .env("TERM", "xterm")
            .args(args.split_whitespace());
        let child = command.stdin(near()).stdout(near()).stderr(Stdio::piped()).spawn().unwrap();
        Terminal { far: Some(File::from(far)), screen: Vec::new(), seen: 0, child }
    }

    pub fn press(&mut self, keys: &str) {
        self.far.as_mut().unwrap().write_all(keys.as_bytes()).unwrap();
    }

    /// Takes over what the program has shown since.
    fn look(&mut self) {
        let mut bytes = [0; 4096];
        while let Some(Ok(count @ 1..)) = self.far.as_mut().map(|far| far.read(&mut bytes)) {
            self.screen.extend_from_slice(&bytes[..count]);
        }
    }

    /// Waits until words stand on the screen, behind those that were waited for before.
    pub fn wait_for(&mut self, words: &str) {
        let start = Instant::now();
        loop {
            self.look();
            let found =
                self.screen[self.seen..].windows(words.len()).position(|shown| shown == words.as_bytes());
            if let Some(at) = found {
                self.seen += at + words.len();
                return;
            }
            let screen = String::from_utf8_lossy(&self.screen);
            assert!(start.elapsed() < PATIENCE, "waited for: {words}\n{screen}");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// The terminal goes away.
    pub fn hang_up(&mut self) {
        self.far = None;
    }

    /// Waits for the end: the exit code, and what went to standard error.
    pub fn end(mut self) -> (Option<i32>, String) {
        let code = loop {
            self.look();
            if let Some(status) = self.child.try_wait().unwrap() {
                break status.code();
            }
            std::thread::sleep(Duration::from_millis(20));
        };
        let mut errors = String::new();
        self.child.stderr.take().unwrap().read_to_string(&mut errors).unwrap();
        (code, errors)
    }
}
